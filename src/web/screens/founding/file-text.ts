/** The text of a chosen file, or nothing if none was chosen. */
export async function fileText(input: HTMLInputElement): Promise<string | undefined> {
  const text = await input.files?.[0]?.text();
  input.value = '';
  return text;
}
