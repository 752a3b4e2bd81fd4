// A name is passed on, the parent reads it first and decides; times are offered, chosen by link, called off; the checklist in own words; who may be the same.
import { browser, check, demonstration, end, followMail, look, person } from './world.mjs';

const demo = await demonstration();
const b = await browser();
const day = (days) => new Date(Date.now() + days * 864e5);
const fillDay = async (page, name, date) => {
  await page.locator(`[name=${name}_dag]`).fill(String(date.getDate()));
  await page.locator(`[name=${name}_maand]`).fill(String(date.getMonth() + 1));
  await page.locator(`[name=${name}_jaar]`).fill(String(date.getFullYear()));
};
try {
  for (const width of [390, 1280]) {
    const { context: field, page: outreach } = await person(b, width);
    await outreach.goto(demo.links['ambulant begeleider']);
    await outreach.goto(`${demo.url}/aangedragen`);
    await look(outreach, `referral-${width}`);
    await outreach.getByRole('button', { name: 'Geef de naam door' }).click();
    await look(outreach, `referral-errors-${width}`);
    await outreach.getByLabel('Naam van de ouder').fill(`Mies Vogel ${width}`);
    await outreach.getByLabel('Mailadres van de ouder').fill(`mies${width}@voorbeeld.example`);
    await fillDay(outreach, 'dag', day(-1));
    await outreach.getByLabel('aan de telefoon').check();
    await outreach.getByLabel(/Wilt u er iets bij schrijven/).fill('U kunt goed luisteren.');
    await outreach.getByLabel(/De ouder vindt het goed dat ik deze naam/).check();
    await outreach.getByRole('button', { name: 'Geef de naam door' }).click();
    await outreach.getByText('De ouder krijgt een mail en beslist zelf.').waitFor();
    await outreach.goto(`${demo.url}/twijfel`);
    await look(outreach, `own-doubt-${width}`);
    await field.close();

    const { context: phone, page: parent } = await person(b, width, { javaScriptEnabled: true });
    await followMail(parent, demo.url, `mies${width}@voorbeeld.example`, '/aangedragen-door/');
    check('the parent reads what was written', await parent.getByText('U kunt goed luisteren.').count() === 1);
    await parent.getByRole('button', { name: 'Verstuur mijn antwoord' }).click();
    await look(parent, `referral-answer-errors-${width}`);
    await parent.getByLabel('Ja, dat wil ik').check();
    await parent.getByLabel(/De coördinator mag lezen/).check();
    await parent.getByRole('button', { name: 'Verstuur mijn antwoord' }).click();
    await parent.getByText('Dank u wel. We hebben uw antwoord.').waitFor();
    await look(parent, `referral-answered-${width}`);

    const { context: own, page: desk } = await person(b, width);
    await desk.goto(demo.links['coördinator']);
    await desk.goto(`${demo.url}/gesprekken`);
    await look(desk, `week-${width}`);
    await desk.getByRole('link', { name: 'Tijden aanbieden' }).click();
    await desk.getByRole('button', { name: 'Bied deze tijden aan' }).click();
    await look(desk, `times-errors-${width}`);
    await fillDay(desk, 'dag', day(width === 390 ? 16 : 17));
    await desk.getByLabel('Hoe laat?').fill('19.00 20.00');
    await desk.getByLabel('videobellen').check();
    await desk.getByRole('button', { name: 'Bied deze tijden aan' }).click();
    await desk.getByText('De tijden staan klaar.').waitFor();
    await look(desk, `week-times-${width}`);
    await desk.getByRole('link', { name: 'nog te kiezen' }).first().click();
    await look(desk, `time-${width}`);
    await desk.goto(`${demo.url}/vandaag`);
    await look(desk, `today-screening-${width}`);
    await desk.getByRole('link', { name: new RegExp(`Plan gesprek Mies Vogel ${width}`) }).first().click();
    await look(desk, `plan-${width}`);
    await desk.getByRole('button', { name: 'Laat de ouder zelf een tijd kiezen' }).click();
    await desk.getByText('De ouder krijgt een mail met een link').waitFor();
    check('the coordinator reads what the parent allowed', await desk.getByText('U kunt goed luisteren.').count() === 1);
    await look(desk, `sign-up-referred-${width}`);

    await followMail(parent, demo.url, `mies${width}@voorbeeld.example`, '/gesprek-kiezen/');
    await look(parent, `choose-${width}`);
    await parent.getByRole('button', { name: 'Kies deze tijd' }).click();
    await look(parent, `choose-errors-${width}`);
    await parent.getByRole('radio').last().check();
    await parent.getByRole('button', { name: 'Kies deze tijd' }).click();
    await parent.getByText('De afspraak staat.').waitFor();
    await look(parent, `chosen-${width}`);
    await parent.getByRole('link', { name: 'Ik kan niet: afzeggen' }).click();
    await look(parent, `call-off-${width}`);
    await parent.getByRole('button', { name: 'Ja, zeg af' }).click();
    await parent.getByRole('button', { name: /Geen van deze tijden past/ }).click();
    await parent.getByText('De coördinator belt u om een tijd af te spreken.').first().waitFor();
    await look(parent, `called-${width}`);
    await phone.close();

    await desk.goto(`${demo.url}/vakanties`);
    await desk.getByRole('button', { name: 'Toevoegen' }).click();
    await look(desk, `holidays-errors-${width}`);
    await desk.goto(`${demo.url}/gesprekslijst`);
    await look(desk, `checklist-${width}`);
    await desk.getByLabel('Wat wilt u vragen?').first().fill('');
    await desk.getByRole('button', { name: 'Bewaar deze lijst' }).click();
    await look(desk, `checklist-errors-${width}`);
    await desk.getByLabel('Wat wilt u vragen?').first().fill('Heeft een kind dat op school iets nodig heeft');
    await desk.getByRole('button', { name: 'Bewaar deze lijst' }).click();
    await desk.getByText('De lijst is bewaard.').waitFor();
    await desk.goto(`${demo.url}/gesprekslijst/papier`);
    await look(desk, `checklist-paper-${width}`);

    await desk.goto(`${demo.url}/vandaag`);
    await desk.getByRole('link', { name: /Bel deze ouder Yusuf/ }).click();
    await look(desk, `referral-call-${width}`);
    await desk.goto(`${demo.url}/vandaag`);
    await desk.getByRole('link', { name: /Bel terug/ }).first().click();
    await look(desk, `doubt-${width}`);
    await desk.goto(`${demo.url}/aanmeldingen?zoek=samira`);
    await desk.getByRole('link', { name: 'Samira Bouzid' }).first().click();
    await desk.getByRole('link', { name: 'Zet ze naast elkaar' }).click();
    await look(desk, `alike-${width}`);
    await own.close();

    const { context: candidate, page: own_page } = await person(b, width);
    await own_page.goto(demo.links['kandidaat, wacht op gesprek']);
    await own_page.goto(`${demo.url}/mijn/gesprek`);
    await look(own_page, `own-choice-${width}`);
    await candidate.close();
  }
} finally {
  await b.close();
  await demo.stop();
}
end();
