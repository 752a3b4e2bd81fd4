// Buddy couples: the coordinator makes and parts one, a half sees the own page, and a parent chooses after one of two left.
import { browser, demonstration, end, seat as sit } from './world.mjs';

const demo = await demonstration();
const b = await browser();

try {
  for (const width of [1280, 390]) {
    const seat = (who) => sit(b, demo, width, who, 'couples');

    const desk = await seat('coördinator');
    await desk.go('/buddyparen');
    await desk.says('Marit Visser en Wim Visser');
    await desk.see('list');
    await desk.press('Maak dit buddypaar');
    await desk.says('Kies wie.');
    await desk.see('errors');
    const [one, other] = width === 390 ? ['Fatma Yıldız', 'Els Brouwer'] : ['Hugo Smeets', 'Simon Kok'];
    await desk.page.getByLabel('Wie?', { exact: true }).selectOption({ label: one });
    await desk.page.getByLabel('Samen met wie?').selectOption({ label: other });
    await desk.page.getByLabel('Ik sprak hen allebei').check();
    await desk.press('Maak dit buddypaar');
    await desk.says('Zij zijn nu een buddypaar.');
    await desk.go('/trajecten');
    await desk.says('Marit Visser en Wim Visser');
    await desk.see('matches');
    await desk.go('/buddyparen');
    await desk.page.getByRole('link', { name: 'Zij gaan uiteen' }).first().click();
    await desk.see('parting');

    const half = await seat(width === 390 ? 'wim@voorbeeld.example' : 'marit@voorbeeld.example');
    await half.go('/mijn/samen');
    await half.see('own');
    await half.go('/mijn/ouders');
    await half.page.getByRole('link', { name: /Hanneke/ }).first().click();
    await half.says('Jullie doen dit samen');
    await half.see('buddy');
    await half.page.getByRole('link', { name: 'Ik wil stoppen met dit contact' }).click();
    await half.see('stop');

    if (width === 390) {
      await half.page.getByLabel('Alleen ik stop').check();
      await half.press('Stop dit contact');
      await half.see('stopped');
      const parent = await seat('hanneke@voorbeeld.example');
      await parent.go('/mijn/traject');
      await parent.says('Wim is gestopt. Marit kan alleen met u verdergaan.');
      await parent.see('parent-chooses');
      await parent.press('Ja, met Marit verder');
      await parent.says('Het gaat verder met één buddy.');
      await parent.see('parent-after');
      await half.go('/buddyparen');
      await half.see('not-for-a-buddy');
      await desk.go('/vandaag');
      await desk.see('today');
    }
  }
} finally {
  await b.close();
  await demo.stop();
}
end();
