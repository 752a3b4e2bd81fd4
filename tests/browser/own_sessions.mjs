// Sessions: ended one by one by their owner, and all of someone with a task by the administrator; what a session showed leaves the screen when it ends.
import { browser, check, demonstration, end, seat as sit } from './world.mjs';

const demo = await demonstration();
const b = await browser();

try {
  for (const width of [1280, 390]) {
    const seat = (who) => sit(b, demo, width, who, 'own-sessions');
    const here = await seat('ouder met een buddy');
    const there = await seat('ouder met een buddy');
    await here.go('/mijn-gegevens');
    await here.says('dit apparaat');
    await here.see('own');
    await here.page.getByRole('button', { name: /^Log uit op / }).first().click();
    await here.says('Dat apparaat is uitgelogd.');
    await here.see('ended');
    await there.page.goto(new URL('/mijn-gegevens', there.page.url()).href);
    check(`${width}: the other device must log in`, there.page.url().includes('/inloggen'));

    // two tabs of one browser: what one ends leaves the other's screen
    const other = await here.page.context().newPage();
    await other.goto(new URL('/mijn-gegevens', here.page.url()).href);
    await here.go('/mijn-gegevens');
    await here.page.getByRole('button', { name: 'Uitloggen', exact: true }).first().click();
    await other.waitForURL('**/uitgelogd');
    check(`${width}: nothing is left in the other tab`, (await other.content()).includes('U bent uitgelogd'));

    // nobody used it: the session is over, and the page goes; what someone was typing stays
    const idle = await seat('ouder met een buddy');
    await idle.page.clock.install();
    await idle.go('/mijn-gegevens');
    await idle.page.clock.fastForward('09:59:00');
    check(`${width}: a page stays as long as its session`, idle.page.url().endsWith('/mijn-gegevens'));
    await idle.page.clock.fastForward('01:30');
    await idle.page.waitForURL('**/uitgelogd');
    await idle.go('/mijn-gegevens/verbeteren');
    await idle.page.getByLabel('Naam').fill('Iemand die nog typt');
    await idle.page.clock.fastForward('10:01:00');
    check(`${width}: what is being typed stays`, idle.page.url().endsWith('/verbeteren'));

    // another mail address
    const mine = await seat('ouder die wacht');
    await mine.go('/mijn-gegevens');
    await mine.follow('Ander mailadres');
    await mine.see('mail');
    await mine.page.getByLabel('Nieuw mailadres').fill('geen adres');
    await mine.press('Verder');
    await mine.see('mail-wrong');
    await mine.page.getByLabel('Nieuw mailadres').fill('nieuw@voorbeeld.example');
    await mine.press('Verder');
    await mine.says('Er is een ander mailadres gevraagd.');
    await mine.see('mail-asked');
    await mine.press('Laat mijn mailadres zoals het is');
    await mine.says('Gestopt.');

    const coordinator = await seat('coördinator');
    await coordinator.go('/buddys');
    await coordinator.page.getByLabel('Zoek op naam').fill('a');
    await coordinator.press('Zoeken');
    check(`${width}: the word stands in no address`, /zoek=~[\w-]{20,}/.test(coordinator.page.url()) && await coordinator.page.getByLabel('Zoek op naam').inputValue() === 'a');
    await coordinator.see('search');
    await coordinator.page.locator('main tbody a').first().click();
    await coordinator.follow('Verbeter naam, telefoon of mailadres');
    await coordinator.see('correct');
    await coordinator.page.getByLabel('Telefoon').fill('06 12 34 56 78');
    await coordinator.press('Bewaren');
    await coordinator.says('Verbeterd.');

    const desk = await seat('beheerder');
    await desk.go('/beheer/mensen');
    await desk.page.locator('main table a').last().click();
    await desk.says('Log deze persoon overal uit');
    await desk.see('someone');
    await desk.press('Log deze persoon overal uit');
    await desk.says('Deze persoon is overal uitgelogd.');
    await desk.see('someone-out');
  }
} finally {
  await b.close();
  await demo.stop();
}
end();
