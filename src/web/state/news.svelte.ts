import { call } from '../client.ts';
import { soon } from './idle.ts';

/** Most programmes that are asked what changed: as many as are listened to. */
const most = 4;

/** How much changed since this account last looked. Asked when nothing else is to be done, and once for many changes. */
class News {
  count = $state(0);
  #running = false;
  #again = false;

  look(programmes: readonly string[]): void {
    if (this.#running) {
      this.#again = true;
      return;
    }
    this.#running = true;
    soon(() => void this.#ask(programmes), 2_000);
  }

  async #ask(programmes: readonly string[]): Promise<void> {
    try {
      do {
        this.#again = false;
        const desks = await Promise.all(
          programmes
            .slice(0, most)
            .map((programme) => call('GET /api/programmes/{programme}/desk', { params: { programme } })),
        );
        this.count = desks.reduce((sum, desk) => sum + desk.changed.length + desk.mentions.length, 0);
      } while (this.#again);
    } catch {
      // The node is away: the number stays as it was.
    } finally {
      this.#running = false;
    }
  }
}
export const news = new News();
