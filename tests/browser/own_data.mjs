// All that is kept about oneself, to read and to take along; the lock, from both sides; and the terms with what goes within thirty days.
import { browser, check, demonstration, end, seat as sit } from './world.mjs';

const demo = await demonstration();
const b = await browser();

try {
  for (const width of [1280, 390]) {
    const seat = (who) => sit(b, demo, width, who, 'own-data');
    const parent = await seat('ouder met een buddy');
    await parent.go('/mijn-gegevens');
    await parent.see('own');
    await parent.follow('Bekijk alles wat er over u bewaard wordt');
    await parent.says('Dit wordt over u bewaard.');
    await parent.says('Vraag om een buddy');
    await parent.see('everything');
    await parent.page.locator('summary', { hasText: 'Vraag om een buddy' }).click();
    await parent.page.locator('summary', { hasText: 'Contactmomenten' }).click();
    await parent.says('Eigen woorden: ');
    await parent.see('everything-open');
    for (const [link, name] of [['Neem mee voor een ander programma (JSON)', 'mijn-gegevens.json'], ['Neem mee om te lezen (PDF)', 'mijn-gegevens.pdf']]) {
      const [file] = await Promise.all([parent.page.waitForEvent('download'), parent.page.getByRole('link', { name: link }).click()]);
      check(`${width}: ${link} gives ${file.suggestedFilename()}`, file.suggestedFilename() === name);
    }
    await parent.go('/mijn-gegevens/op-slot');
    await parent.says('Wat er dan gebeurt');
    await parent.see('lock');
    await parent.press('Zet op slot');
    await parent.says('Uw gegevens staan op slot sinds');
    await parent.see('locked');

    const buddy = await seat('buddy met een ouder');
    await buddy.go('/mijn/ouders');
    await buddy.says('Jullie contact rust nu.');
    await buddy.see('parents-of-a-buddy');
    await buddy.go('/mijn-gegevens/alles');
    await buddy.see('everything-of-a-buddy');

    const desk = await seat('coördinator');
    await desk.go('/vandaag');
    await desk.says('Iemand zette gegevens op slot.');
    await desk.go('/vandaag/op-slot');
    await desk.see('desk');
    await desk.go('/trajecten');
    await desk.see('matches');
    await desk.go('/hulpvragen');
    await desk.see('requests');
    await desk.go('/instellingen/bewaartermijnen');
    await desk.says('Binnen dertig dagen');
    await desk.see('terms');

    await parent.press('Haal van het slot');
    await parent.says('Het slot is eraf.');
    await parent.see('unlocked');
    await buddy.go('/mijn/ouders');
    check(`${width}: the parent is back`, !(await buddy.text()).includes('op slot'));
  }
} finally {
  await b.close();
  await demo.stop();
}
end();
