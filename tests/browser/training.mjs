// The programme of the training in versions, and the evening on a trainer's phone: what is now, moved and skipped.
import { browser, check, demonstration, end, seat as sit } from './world.mjs';

const demo = await demonstration();
const b = await browser();

try {
  for (const width of [390, 1280]) {
    const seat = (who) => sit(b, demo, width, who, 'training');
    const desk = await seat('coördinator');
    await desk.go('/trainingen');
    await desk.follow('Programma van de training');
    await desk.says('is overgeslagen in: Najaar');
    await desk.see('programme');
    await desk.follow('Verander avond 1');
    await desk.see('form');
    await desk.page.getByLabel('Minuten').nth(3).fill(width === 390 ? '25' : '15');
    await desk.press('Bewaar dit programma');
    await desk.says(width === 390 ? 'Dit is 10 minuten te veel.' : 'Dit is 10 minuten te weinig.');
    await desk.see('too-long');
    await desk.page.getByLabel('Minuten').nth(5).fill(width === 390 ? '20' : '30');
    await desk.press('Bewaar dit programma');
    await desk.says('Het programma is bewaard.');
    await desk.see('version');

    const trainer = await seat('trainer');
    await trainer.go('/trainingen');
    await trainer.follow('Najaar');
    await trainer.says('Overgeslagen op avond 1: School, ouders en kind.');
    await trainer.see('edition');
    await trainer.follow('Draaiboek avond 2');
    await trainer.see('evening');
    await trainer.follow('Van ervaring naar kennis');
    await trainer.press('Overslaan');
    await trainer.says('Overgeslagen.');
    await trainer.see('skipped');
    await trainer.press('Toch doen');
    await trainer.press('Eerder doen');
    await trainer.says('De volgorde is veranderd.');
    const order = await trainer.page.locator('.draaiboek a').allInnerTexts();
    check(`${width}: it went up: ${order.join(' – ')}`, order.indexOf('Van ervaring naar kennis') === (width === 390 ? 2 : 1));

    // cards, with the arrows
    await trainer.go('/trainingen');
    await trainer.follow('Najaar');
    await trainer.follow('Kaarten op groot scherm');
    await trainer.says('1 van 13');
    await trainer.page.keyboard.press('ArrowRight');
    await trainer.page.waitForURL('**/kaarten?kaart=2');
    await trainer.says('2 van 13');
    await trainer.see('card');
    await trainer.page.keyboard.press('ArrowLeft');
    await trainer.page.waitForURL('**/kaarten?kaart=1');
    check(`${width}: no menu, no names beside a card`, !(await trainer.page.locator('header.kop').isVisible()));
    await desk.go('/programma');
    await desk.follow('Gesprekskaarten');
    await desk.see('cards');
    await desk.press('Leg deze kaart weg');
    await desk.says('De kaart is weggelegd.');
    await desk.see('card-aside');
    await desk.press('Toch gebruiken');
    await desk.says('De kaart doet weer mee.');
    await desk.press('Kaart toevoegen');
    await desk.says('Schrijf op wat er op de kaart staat.');
    await desk.see('card-error');
    await desk.page.getByRole('link', { name: 'Schoolplein' }).first().click();
    await desk.page.waitForLoadState();
    await desk.see('card-form');
  }
} finally {
  await b.close();
  await demo.stop();
}
end();
