/** Light, dark, or as the device: kept in this browser. */
export type Theme = 'system' | 'light' | 'dark';
const kept = 'counterpart.theme';

export function themeNow(): Theme {
  const theme = document.documentElement.dataset['theme'];
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}

export function useTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
  try {
    localStorage.setItem(kept, theme);
  } catch {
    // Kept for this visit only.
  }
}

export function startTheme(): void {
  try {
    const theme = localStorage.getItem(kept);
    if (theme === 'light' || theme === 'dark') useTheme(theme);
  } catch {
    // As the device.
  }
}
