/** The language that a party's own people read first. */
export const homeLanguage: Readonly<Record<string, string>> = {
  VN: 'vi',
  LA: 'lo',
  KH: 'km',
  TH: 'th',
  CN: 'zh',
};
