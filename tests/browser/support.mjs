// Help for the buddy: a question read, thanked and answered; an expert who thinks along; meetings, the list of buddies and the library.
import { browser, check, demonstration, end, seat as sit } from './world.mjs';

const demo = await demonstration();
const b = await browser();

try {
  for (const width of [1280, 390]) {
    const seat = (who) => sit(b, demo, width, who, 'support');
    const secret = `Zeisvraag ${width}: mag ik nee zeggen als het mij te veel wordt?`;

    const buddy = await seat('buddy met een ouder');
    await buddy.go('/mijn');
    await buddy.see('home');
    await buddy.go('/mijn/vragen');
    await buddy.press('Stel je vraag');
    await buddy.see('question-errors');
    await buddy.page.getByLabel('Jouw vraag').fill(secret);
    await buddy.press('Stel je vraag');
    await buddy.says('Nog niet beantwoord. Je krijgt antwoord uiterlijk');
    await buddy.see('questions');
    await buddy.page.getByRole('link', { name: /Neem de vraag van/ }).first().click();
    await buddy.says('Niemand las deze vraag nog.');
    await buddy.see('taking-back');

    const desk = await seat('coördinator');
    await desk.go('/vandaag');
    await desk.see('today');
    await desk.go('/ondersteuning');
    await desk.see('overview');
    await desk.page.getByRole('link', { name: 'Fatma' }).first().click();
    await desk.says(secret);
    await desk.press('Zeg: dank je, goede vraag');
    await desk.press('Verstuur antwoord');
    await desk.see('answer-errors');
    await desk.follow('Vraag een expert om mee te denken');
    check(`${width}: the version for an expert is empty`, await desk.page.getByLabel('Herschrijf zonder herkenbare gegevens').inputValue() === '');
    await desk.see('rewriting');
    await desk.page.getByLabel('Hilde Kuipers').check();
    await desk.page.getByLabel('Herschrijf zonder herkenbare gegevens').fill(secret);
    await desk.press('Leg dit voor');
    await desk.says('Hier staan woorden van de buddy in.');
    await desk.see('rewriting-errors');
    await desk.page.getByLabel('Herschrijf zonder herkenbare gegevens').fill(`Wanneer mag iemand die helpt een grens trekken? (${width})`);
    await desk.press('Leg dit voor');
    await desk.says('Dit ligt nu bij de expert.');

    const expert = await seat('expert');
    await expert.go('/dilemmas');
    await expert.see('dilemmas');
    await expert.page.getByRole('table').getByRole('link').first().click();
    await expert.says('een grens trekken?');
    check(`${width}: the expert reads no word of the question and no name`, !/Zeisvraag|Fatma/.test(await expert.page.content()));
    await expert.page.getByLabel('Uw antwoord').fill('Vraag wat iemand zelf nodig heeft, en spreek dat samen af.');
    await expert.see('dilemma');
    await expert.press('Verstuur aan de coördinator');
    await expert.says('Uw antwoord ligt bij de coördinator.');

    await desk.page.reload();
    await desk.says('Vraag wat iemand zelf nodig heeft');
    await desk.see('question');
    await desk.page.getByLabel('Uw antwoord').fill('Ja, dat mag. Bel mij als je wilt oefenen hoe je dat zegt.');
    await desk.press('Verstuur antwoord');
    await buddy.go('/mijn/vragen');
    await buddy.says('Ja, dat mag.');
    await buddy.says('Gelezen op');
    await buddy.says('dank je, goede vraag');
    await buddy.see('answered');
    await buddy.press('Ik wil erover bellen');
    await buddy.says('De coördinator belt je.');
    await buddy.page.getByRole('link', { name: /Vraag verder/ }).first().click();
    await buddy.see('further');

    await buddy.go('/mijn/intervisie');
    await buddy.see('meetings');
    await buddy.page.getByRole('table').getByRole('link').first().click();
    await buddy.see('meeting');
    await buddy.press('Ik kom niet');
    await buddy.press('Ik kom');
    await buddy.page.getByLabel('Of een thema in eigen woorden').fill('en nog een');
    await buddy.press('Bewaar wat ik inbreng');
    await buddy.see('topic-errors');
    await buddy.go('/mijn/intervisie');
    await buddy.page.getByRole('link', { name: /Wat buddy’s meenamen/ }).first().click();
    await buddy.says('Stil zijn is ook helpen.');
    await buddy.see('notes');
    await buddy.go('/mijn/buddylijst');
    await buddy.says('Els');
    await buddy.see('list');
    const other = await seat('buddy, getraind en vrij');
    await other.go('/mijn/buddylijst');
    check(`${width}: who is not on the list sees nobody`, !/Fatma|Els /.test(await other.text()));
    await other.press('Zet mij op de lijst');
    await other.see('list-errors');

    await desk.go('/intervisie');
    await desk.see('plans');
    await desk.follow('Plan een bijeenkomst');
    await desk.press('Plan en laat het weten');
    await desk.see('plan-errors');
    await desk.go('/intervisie');
    await desk.page.getByRole('row', { name: /komt nog/ }).getByRole('link').first().click();
    await desk.says('Ik weet niet goed wanneer ik iets zeg');
    await desk.see('plan');
    await desk.follow('Lijst met nummers');
    await desk.see('paper');
    await desk.go('/intervisie');
    await desk.page.getByRole('row', { name: /nog invullen/ }).getByRole('link').first().click();
    await desk.see('afterwards');

    await desk.go('/bibliotheek');
    await desk.see('library');
    await desk.follow('Schrijf een tekst');
    await desk.page.getByLabel('Titel').fill(`Nee zeggen ${width}`);
    await desk.page.getByLabel('Tekst', { exact: true }).fill('Nee zeggen mag.\n\nZeg het vroeg, en zeg het vriendelijk.');
    await desk.press('Bekijk eerst');
    await desk.says('Dit is nog niet bewaard.');
    await desk.see('preview');
    await desk.press('Bewaren');
    await desk.see('text');
    await buddy.go('/bibliotheek');
    await buddy.follow(`Nee zeggen ${width}`);
    await buddy.see('reading');
    await buddy.page.emulateMedia({ media: 'print' });
    await buddy.see('reading-printed');
    await buddy.page.emulateMedia({ media: 'screen' });
    const candidate = await seat('kandidaat, wacht op gesprek');
    await candidate.go('/bibliotheek');
    await candidate.follow('Wat een buddy doet en niet doet');
    await candidate.see('role-card');
  }
} finally {
  await b.close();
  await demo.stop();
}
end();
