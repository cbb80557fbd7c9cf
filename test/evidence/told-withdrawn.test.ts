import { describe, expect, test } from 'vitest'
import { isTaskSheet } from '../../src/evidence/lines/account/sheet.ts'
import { ownAccount } from '../../src/evidence/told/own-account.ts'

const isLeft = (text: string) => /token|TOKEN|pcs status|sosreport/.test(ownAccount(text))

describe('what was reported is left out where', () => {
  test.each([
    ['the page is to be ignored', 'Please ignore my page of 03:15 ("kx2 lost the token"). I read the log of the lab.'],
    ['it was a false alarm in the wrong window', 'kx2 lost the token.\n\nFalse alarm, sorry, I sat in the wrong window.'],
    ['the record was closed as opened in error', 'State: Closed, opened in error\nTitle: kx2 lost the token\n'],
    ['it was created by accident', '09:00 Ed: pcs status hangs on kx2.\n09:10 Ed: I created this ticket by accident.'],
    ['it is taken back, in German', 'Zu meiner Meldung ("kx2 hat das token verloren"): Fehlalarm, ich war im falschen Fenster.'],
    ['it is taken back, in French', 'Mon message (« kx2 a perdu le token ») : fausse alerte, désolé, mauvaise fenêtre.'],
    ['it is taken back, in Spanish', 'Mi aviso («kx2 perdió el token»): falsa alarma, me equivoqué de ventana.'],
    ['it is taken back, in Italian', 'Il mio avviso ("kx2 ha perso il token"): falso allarme, scusate, finestra sbagliata.'],
    ['it is taken back, in Portuguese', 'Meu aviso ("kx2 perdeu o token"): alarme falso, desculpem.'],
    ['it is taken back, in Dutch', 'Over mijn bericht ("kx2 is het token kwijt"): laat maar zitten, verkeerd venster, sorry.'],
    ['it is taken back, in Swedish', 'Mitt larm ("kx2 tappade token"): falskt larm, ursäkta.'],
    ['it is taken back, in Polish', 'Moja wiadomość („kx2 stracił token"): fałszywy alarm, przepraszam.'],
    ['it is taken back, in Czech', 'Moje zpráva („kx2 ztratil token"): planý poplach, omlouvám se.'],
    ['it is taken back, in Russian', 'Моё сообщение («kx2 потерял token»): ложная тревога, извините.'],
    ['it is taken back, in Turkish', 'Mesajım ("kx2 token kaybetti"): yanlış alarm, özür dilerim.'],
    ['it is taken back, in Japanese', '「kx2 が token を失った」との連絡は誤報でした。申し訳ありません。'],
    ['it is taken back, in Chinese', '“kx2 丢失 token”是误报,抱歉,看错窗口。'],
    ['somebody invented it', 'kx2 lost the token, but I made that up.'],
    ['it stands quoted below', 'Please disregard my mail, I read the wrong log.\n\n> kx2 lost the token'],
    [
      'the final version withdraws a sentence',
      'The draft had said "kx2 lost the token". This sentence was taken from another record and is withdrawn.',
    ],
    ['the final version withdraws it, in German', 'Im Entwurf stand „kx2 verlor das token". Diese Aussage wird zurückgezogen.'],
    ['a contract deems it', 'The contractor starts at once. A node that lost the token is deemed broken. Penalties: annex 2.'],
    ['an article of a rule speaks of it', 'Article 1. Perte du token : deux heures.\nArticle 2. Pénalités : annexe.'],
    ['somebody presents what could happen', 'He told what could happen if it came: a node that lost the token, for one.'],
    ['it is listed below what could happen', 'Sie zeigte, was passieren könnte:\n- das token geht verloren\n- pcs status hängt'],
    ['the machine is called something else', 'sosreport on ut07 takes hours.\nut07 is our old jump host.'],
    ['the title is of that machine', '"sosreport takes hours"\nsosreport on ut07 is slow.\nut07 is just the backup box.'],
    ['dots lead to a count of nothing', '  token lost ........ 0'],
    ['dots lead to a word for nothing', 'token perdu ..... aucun'],
    ['blanks lead to a word for nothing', '- lost token      none'],
  ])('%s', (_, text) => expect(isLeft(text)).toBe(false))
})

describe('what was reported stays where', () => {
  test.each([
    ['it was real after all', 'kx2 lost the token. Please ignore my mail, sorry. Reopened, it was real.'],
    ['it is no false alarm', 'kx2 lost the token. Sorry, this is not a false alarm.'],
    ['somebody only asks', 'kx2 lost the token. False alarm? Sorry for asking.'],
    ['another alarm was none', 'Sorry, san1 was a false alarm. But kx2 lost the token.'],
    ['the alarm of another machine was none', 'kx2 lost the token.\n05:00 Disk alert on san1: false alarm, sorry, wrong window.'],
    ['an alarm was none, and nobody mixed anything up', 'kx2 lost the token. An alert of san1 was a false alarm of the monitoring.'],
    ['only the attachment was wrong', 'kx2 lost the token. Sorry, please ignore it, the attachment was missing.'],
    ['the record was a duplicate', 'kx2 lost the token. The second record was opened by mistake, a duplicate.'],
    ['it was put into the wrong place', 'kx2 lost the token. I opened it by mistake under the wrong customer.'],
    ['the final version confirms the draft', 'The draft had said "kx2 lost the token". No line of it is withdrawn, the logs show it.'],
    ['another statement is withdrawn', 'kx2 lost the token. The statement of the vendor is withdrawn.'],
    ['a contract is cited beside it', 'Under the contract that is deemed critical. At 03:12 kx2 lost the token.'],
    ['a contract is only named', 'We have a contract with them. kx2 is considered gone, it lost the token.'],
    ['it happened', 'We talked of what could happen. Now kx2 lost the token.'],
    ['other rows have nothing', 'retransmits ..... 0\ntoken lost ...... 3'],
    ['a node has it, too', 'ut07 is our jump host.\nsosreport on kx2 takes hours.'],
  ])('%s', (_, text) => expect(isLeft(text)).toBe(true))
})

describe('a sheet of tasks', () => {
  test.each([
    ['has a title and a day to hand it in', 'Lab 6: clusters\nHand in: Friday\n1. Stop it.\n2. Explain why.', true],
    ['has groups and points', 'Clusters\nAbgabe: Montag, in Zweiergruppen\n1. Stoppen Sie es. (5 Punkte)\n2. Warum?', true],
    ['is known in Spanish', 'Práctica 2\nEntrega: lunes\n1. Pare el nodo.\n2. Explique.', true],
    ['is no list with a deadline', 'Dear all\nThe deadline is Friday.\n1. kx2 hangs.\n2. A case is open.', false],
    ['has tasks', 'Lab 6\nHand in: Friday', false],
  ])('%s', (_, text, is) => expect(isTaskSheet(text)).toBe(is))
})
