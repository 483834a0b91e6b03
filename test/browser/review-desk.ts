import { expect, type Locator, type Page } from '@playwright/test';

/** The review screen as an officer works at it, by keyboard; every key that is pressed is counted. */
export class ReviewDesk {
  readonly page: Page;
  keys = 0;

  constructor(page: Page) {
    this.page = page;
  }

  get card(): Locator {
    return this.page.getByRole('region', { name: /^(Chỉ tiêu|Nhiệm vụ): / });
  }

  async open(url: string): Promise<void> {
    await this.page.goto(url);
    await this.card.waitFor();
  }

  async press(key: string): Promise<void> {
    this.keys += 1;
    await this.page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    this.keys += text.length;
    await this.page.keyboard.type(text);
  }

  /** "12/221 mục đã xong" -> 12 and 221. */
  async progress(): Promise<{ done: number; total: number }> {
    const bar = this.page.getByRole('progressbar', { name: 'Tiến độ rà soát' });
    const number = async (name: string) => Number(await bar.getAttribute(name));
    return { done: await number('aria-valuenow'), total: await number('aria-valuemax') };
  }

  /** How many stand so: "Bị vướng", "Cần xem kỹ", "Còn lại", "Đã nhận", "Đã bỏ". */
  async count(standing: string): Promise<number> {
    const words = await this.page.getByRole('button', { name: new RegExp(`^${standing} ?[\\d.]+$`) }).textContent();
    return Number(/\d+$/.exec((words ?? '').replace('.', ''))?.[0]);
  }

  async standing(): Promise<string> {
    return (await this.card.locator('[data-standing]').first().textContent()) ?? '';
  }

  /** Which finding is in hand. */
  async name(): Promise<string> {
    // Two findings may have one name: their places in the queue differ.
    return `${await this.card.getAttribute('aria-label')}, ${await this.card.getByText(/^mục [\d.]+\//).textContent()}`;
  }

  /** Presses a key that goes on to another finding. */
  async goOn(key: string): Promise<void> {
    const before = await this.name();
    await this.press(key);
    await expect.poll(async () => (await this.name()) !== before || (await this.isDone())).toBe(true);
  }

  async isDone(): Promise<boolean> {
    const { done, total } = await this.progress();
    return done === total;
  }

  /** What keeps the finding from being accepted, in words; empty where nothing does. */
  private async obstacles(): Promise<string> {
    const words = await this.card.getByRole('heading', { name: 'Chưa nhận được, vì:' }).locator('..').allTextContents();
    return words.join();
  }

  /** Enter on what is blocked leads to the body that is missing: found by its name, or the first of a group's members. */
  async unblock(lead: string): Promise<void> {
    const before = await this.obstacles();
    await this.press('Enter');
    const dialog = this.page.getByRole('dialog');
    await dialog.waitFor();
    const members = dialog.locator('li input[type="checkbox"]');
    const found = dialog.locator('[data-combobox-selected]');
    // A group whose members are not in the register gives way to the choice of an agency.
    await members
      .or(dialog.getByRole('heading', { name: /^Chọn cơ quan: / }))
      .first()
      .waitFor();
    // Members asked for before are there sooner than the caret.
    await expect(dialog.getByRole('textbox')).toBeFocused();
    if ((await members.count()) > 0) {
      await this.press('Tab');
      await this.press('Space');
    } else {
      await this.type(lead);
      await expect(found).toHaveCount(1);
    }
    await this.press('Enter');
    await expect(dialog).toHaveCount(0);
    await expect.poll(() => this.obstacles()).not.toBe(before);
  }

  /** Everything to the end: what is blocked and doubtful one by one, all else a group at a time. Gives the decisions. */
  async reviewAll(lead: string): Promise<number> {
    let decisions = 0;
    while (!(await this.isDone())) {
      decisions += 1;
      const standing = await this.standing();
      while ((await this.standing()) === 'Bị vướng') await this.unblock(lead);
      await this.goOn(standing === 'Còn lại' ? 'g' : 'Enter');
    }
    return decisions;
  }
}
