import { expect, type BrowserContext, type Page } from '@playwright/test';
import { linkIn, mailTo, pod, urlOf, type PodUnderTest } from '../pod.ts';
import { texts, type Language } from './texts.ts';

/** Services may be killed while somebody writes. */
const patience = { timeout: 45_000 };
let count = 0;

/** A person in a browser window of their own, who keeps one address and one password. */
export class Person {
  readonly password = 'seven quiet harbour lamps';
  readonly handle: string;
  readonly email: string;
  readonly t: ReturnType<typeof texts>;
  readonly name: string;
  readonly page: Page;
  readonly faults: string[] = [];
  private readonly base: string;
  private readonly pod: PodUnderTest;

  private constructor(name: string, page: Page, language: Language, at: { base: string; pod: PodUnderTest }) {
    this.name = name;
    this.page = page;
    this.base = at.base;
    this.pod = at.pod;
    this.t = texts(language);
    this.handle = `${name.toLowerCase()}-${Date.now().toString(36)}${++count}`;
    this.email = `${this.handle}@example.org`;
    page.on('pageerror', (error) => this.faults.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error' && !/Failed to load resource|WebSocket connection/.test(message.text())) this.faults.push(message.text());
    });
  }

  /** Opens a page in the window; the pages speak the window's locale. */
  static async arrive(context: BrowserContext, name: string, options: { language?: Language; base?: string; pod?: PodUnderTest } = {}): Promise<Person> {
    const home = options.pod ?? pod;
    return new Person(name, await context.newPage(), options.language ?? 'en', { base: options.base ?? urlOf(home), pod: home });
  }

  /** Opens a page; tries again while nobody answers, as a person does. */
  async open(path: string): Promise<void> {
    await expect(() => this.page.goto(this.base + path)).toPass({ timeout: 30_000 });
  }

  heading(key: string, values?: Record<string, string>) {
    return this.page.getByRole('heading', { name: this.t(key, values), level: 1 });
  }

  button(key: string, values?: Record<string, string>) {
    return this.page.getByRole('main').getByRole('button', { name: this.t(key, values), exact: true });
  }

  field(key: string) {
    return this.page.getByRole('main').getByLabel(this.t(key), { exact: true });
  }

  /** Registers, confirms by mail, signs in and chooses a name: everything a newcomer does before the first word. */
  async join(): Promise<void> {
    await this.register();
    await this.confirm();
    await this.signIn();
    await this.chooseName();
  }

  /** The newest mail to this person that matches. */
  mail(pattern: RegExp) {
    return mailTo(this.email, pattern, { of: this.pod });
  }

  async register(): Promise<void> {
    await this.open('/register');
    await this.field('auth:email').fill(this.email);
    await this.field('auth:password').fill(this.password);
    await this.button('auth:register.submit').click();
    await expect(this.heading('auth:checkMail.title')).toBeVisible();
  }

  async confirm(): Promise<void> {
    const link = new URL(linkIn(await this.mail(/verify-email/), '/verify-email'));
    await this.open(link.pathname + link.search);
    await expect(this.heading('auth:verify.done')).toBeVisible();
  }

  async signIn(password = this.password): Promise<void> {
    await this.open('/sign-in');
    await this.field('auth:email').fill(this.email);
    await this.field('auth:password').fill(password);
    await this.button('auth:signIn.submit').click();
    await expect(this.page).not.toHaveURL(/sign-in/);
  }

  async chooseName(): Promise<void> {
    await expect(this.page).toHaveURL(/welcome/);
    await this.field('profile:displayName').fill(this.name);
    await this.field('profile:handle').fill(this.handle);
    await this.button('profile:welcome.submit').click();
    await expect(this.page).not.toHaveURL(/welcome/);
  }

  async signOut(): Promise<void> {
    await this.page.getByRole('banner').getByRole('button', { name: this.t('common:menuAccount', { name: this.name }) }).click();
    await this.page.getByRole('menuitem', { name: this.t('common:signOut') }).or(this.page.getByRole('button', { name: this.t('common:signOut') })).first().click();
    await expect(this.page.getByRole('banner').getByRole('link', { name: this.t('common:signIn') }).first()).toBeVisible();
  }

  /** Opens a topic, in the first category when none is named, and answers its address. */
  async openTopic(title: string, text: string, category?: string): Promise<string> {
    await this.open('/new-topic');
    await this.field('forum:create.category').selectOption(category === undefined ? { index: 1 } : { label: category });
    await this.field('forum:create.topicTitle').fill(title);
    await this.field('forum:create.text').fill(text);
    await this.button('forum:create.send').click();
    await expect(this.page.getByRole('heading', { name: title, level: 1 })).toBeVisible(patience);
    return new URL(this.page.url()).pathname;
  }

  /** Opens a list of topics and stays until it is live, so that what comes next is news. */
  async watchTopics(path: string): Promise<void> {
    await this.open(path);
    await expect(this.page.getByRole('heading', { level: 2, name: this.t('forum:latest') }).or(this.heading('forum:latest'))).toBeAttached(patience);
    await this.page.waitForLoadState('networkidle');
  }

  /** Has the new topics that came meanwhile shown, however many. */
  async showNewTopics(): Promise<void> {
    const say = ['one', 'other'].map((number) => this.t(`forum:newTopics_${number}`).replace('{count}', '\\d+'));
    await this.page.getByRole('button', { name: new RegExp(say.join('|')) }).click(patience);
  }

  /** Replies in the open topic, and waits until the server has it. */
  async reply(text: string): Promise<void> {
    await this.page.getByRole('textbox', { name: this.t('forum:reply.title') }).fill(text);
    await this.button('forum:reply.send').click();
    await expect(this.posts().filter({ hasText: text.slice(0, 40) })).toHaveCount(1, patience);
  }

  /** The posts on the page, in order; a reply that is still on its way is none. */
  posts() {
    return this.page.getByRole('region', { name: this.t('forum:topic.posts') }).locator('article[id^="post-"]');
  }
}
