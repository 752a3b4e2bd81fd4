// Another task: a coordinator hands a family over, keeps name and school only, and the parent reads why on the own page.
import { browser, check, demonstration, end, seat as sit } from './world.mjs';

const demo = await demonstration();
const b = await browser();

try {
  for (const width of [1280, 390]) {
    const seat = (who) => sit(b, demo, width, who, 'other-task');
    const desk = await seat('coördinator');
    await desk.go('/vandaag');
    await desk.says('Zoekt iemand die leest');
    await desk.see('today');
    await desk.go('/taken/andere-taak');
    if (width === 1280) await desk.says('U droeg nog geen gezin over.');
    await desk.see('list-before');
    await desk.go('/hulpvragen');
    await desk.page.getByRole('table').getByRole('link', { name: width === 1280 ? 'Sanne' : 'Yusuf' }).first().click();
    const address = new URL(desk.page.url()).pathname;
    await desk.see('request');
    await desk.follow('Kent u dit gezin ook van een andere taak?');
    await desk.see('form');
    await desk.press('Ja, ik draag het over');
    await desk.says('Kies wie het overneemt.');
    await desk.see('form-errors');
    await desk.page.getByLabel(/Rachid el Amrani/).check();
    await desk.press('Ja, ik draag het over');
    await desk.says('Overgedragen.');
    await desk.says('Rachid el Amrani');
    await desk.see('list');
    const gone = await desk.page.goto(`${demo.url}${address}`);
    check(`${width}: the family is shut`, gone.status() === 404);
    const reader = await seat('trainer');
    await reader.go(address);
    await reader.says('een collega dit gezin kent van een andere taak');
    await reader.see('reader');
    if (width === 1280) {
      await reader.follow('Ik kan dit niet lezen');
      await reader.see('giving-back');
    }
    await reader.context.close();
    const parent = await seat('ouder die wacht');
    await parent.go('/mijn/vraag');
    await parent.says('kent uw gezin ook van ander werk');
    await parent.see('parent');
    await parent.go('/mijn/vraag/lezer');
    await parent.see('parent-reader');
    await parent.context.close();
    if (width === 390) {
      // the other family comes back from its reader: handed on from the list
      const again = await seat('trainer');
      await again.go(address);
      await again.follow('Ik kan dit niet lezen');
      await again.see('giving-back');
      await again.press('Ja, geef de keuze terug');
      await again.says('Teruggegeven.');
      await again.context.close();
      await desk.go('/taken/andere-taak');
      await desk.see('handing-on');
      await desk.press(/^Draag Yusuf over aan Rachid/);
      await desk.says('Overgedragen.');
      await desk.go('/vandaag');
      await desk.follow(/Neem het over Nora/);
      await desk.says('heeft een andere taak bij het gezin van Nora');
      await desk.see('taking-over');
      await desk.press('Ik neem het over');
      await desk.says('U leest dit vanaf nu.');
    }
    await desk.context.close();
  }
} finally {
  await b.close();
  await demo.stop();
}
end();
