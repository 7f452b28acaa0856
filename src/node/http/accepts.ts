/** Whether an `Accept-Encoding` header takes an encoding. */
export function accepts(header: string | undefined, encoding: string): boolean {
  return (header ?? '').split(',').some((one) => {
    const [name, quality] = one.trim().split(';');
    return name === encoding && quality?.replaceAll(' ', '') !== 'q=0';
  });
}
