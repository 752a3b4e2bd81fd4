// The coordinator chooses: the list with its reasons, keeping two apart, the plan and what if, the settings; a buddy keeps the whole offer and sees what a school reads.
import { browser, check, demonstration, end, seat as sit } from './world.mjs';

const demo = await demonstration();
const b = await browser();

try {
  for (const width of [390, 1280]) {
    const seat = (who) => sit(b, demo, width, who, 'ranking');
    const desk = await seat('coördinator');

    await desk.go('/hulpvragen');
    await desk.follow('Het plan voor iedereen die wacht');
    await desk.see('plan');
    const plan = await desk.text();
    check(`${width}: the plan tells how many are helped`, /Ouders met een buddy in dit plan: \d+ van de \d+/.test(plan));
    const fixed = desk.page.getByRole('link', { name: 'Wat als dit niet mag?' });
    if (await fixed.count()) {
      await fixed.first().click();
      await desk.says('Wat verandert er?');
      await desk.see('plan-what-if');
      await desk.follow('Terug naar het plan zelf');
    }
    const more = desk.page.getByRole('link', { name: /Wat als .* ook kan\?/ });
    if (await more.count()) {
      await more.first().click();
      await desk.says('Wat verandert er?');
      await desk.see('plan-one-more');
      await desk.follow('Terug naar het plan zelf');
    }

    await desk.page.getByRole('link', { name: /Bekijk (en stel voor|de buddy’s)/ }).first().click();
    await desk.page.waitForLoadState();
    await desk.see('list');
    const list = desk.page.url();
    await desk.page.locator('details summary').first().click().catch(() => {});
    await desk.page.getByRole('link', { name: 'Houd deze twee apart' }).first().click();
    await desk.see('apart');
    await desk.press('Houd apart');
    await desk.says('Kies wat het is.');
    await desk.see('apart-errors');
    await desk.page.getByLabel('nooit samen').check();
    await desk.press('Houd apart');
    check(`${width}: back on the list`, desk.page.url() === list);
    await desk.says('Apart gehouden');
    await desk.see('list-apart');
    await desk.page.getByRole('button', { name: /mag toch worden voorgesteld/ }).first().click();
    await desk.page.waitForLoadState();
    check(`${width}: nobody is kept apart any more`, !(await desk.text()).includes('Apart gehouden'));

    await desk.go(new URL(list).pathname.replace('/buddys', '/dichtbij'));
    await desk.see('near');

    await desk.go('/koppelen/instellingen');
    await desk.see('settings');
    await desk.page.getByLabel('afstand', { exact: true }).fill('veel');
    await desk.press('Bewaren');
    await desk.says('Vul een heel getal in van 0 tot en met 100.');
    await desk.see('settings-errors');
    await desk.page.getByLabel('afstand', { exact: true }).fill('25');
    await desk.press('Bewaren');
    await desk.says('Het plan voor iedereen die wacht');
    await desk.go('/koppelen/instellingen');
    await desk.page.getByLabel('Postcodes die beginnen met').fill('42');
    await desk.page.getByLabel('en met', { exact: true }).fill('43');
    await desk.press('Voeg toe');
    await desk.says('42 en 43 zijn wel bereikbaar');
    await desk.see('areas');
    await desk.press('42 en 43 zijn wel bereikbaar');

    const free = await seat('buddy, getraind en vrij');
    await free.go('/mijn/aanbod');
    await free.see('offer');
    await free.page.getByLabel('Scholen mogen lezen', { exact: false }).check();
    await free.page.getByLabel('Niet verder dan dit').check();
    await free.page.getByLabel('Hoeveel kilometer', { exact: false }).fill('');
    await free.page.locator('main form button[type=submit]').last().click();
    await free.says('Vul in hoever');
    await free.see('offer-errors');
    await free.page.getByLabel('Niet verder dan dit').uncheck();
    await free.page.locator('main form button[type=submit]').last().click();
    await free.page.waitForLoadState();
    await free.go('/mijn/aanbod/bundel');
    await free.says('Dit leest een school');
    await free.see('bundle');
  }
} finally {
  await b.close();
  await demo.stop();
}
end();
