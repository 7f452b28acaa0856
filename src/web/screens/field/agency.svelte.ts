/** Whose activities one wants to see: kept on this device. */
const place = 'counterpart.agency';

class Chosen {
  it = $state(localStorage.getItem(place) ?? '');
}
export const agencyChosen = new Chosen();

export function chooseAgency(agency: string): void {
  agencyChosen.it = agency;
  try {
    localStorage.setItem(place, agency);
  } catch {
    // For this visit.
  }
}
