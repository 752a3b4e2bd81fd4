// Sessions: ended one by one by their owner, and all of someone with a task by the administrator.
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
