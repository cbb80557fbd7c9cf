import { describe, expect, test } from 'vitest'
import { readFiles } from './bundle-kit.ts'

const letter = (said: string) => `Hello,\n\nthis morning we had trouble again on our server db01.\n\n${said}\n\nRegards, Ann\n`
const toldBy = async (said: string) => (await readFiles({ 'mail.txt': letter(said) })).truths
const truthsOf = async (text: string, name = 'notes.txt') => (await readFiles({ [name]: text })).truths

describe('a command that somebody left without an answer is told step by step', () => {
  test.each([
    ['typed, no answer, and the window closed', 'Jim entered `df -h` and never got a reply; after nine minutes he closed the session.'],
    [
      'in sentences of their own',
      'I ssh to db01, it takes the password and then... nothing. No prompt. I left it for lunch, 40 minutes later still the same.',
    ],
    ['of su', 'Tried su - oracle, no prompt at all, gave up after a quarter of an hour.'],
    ['in German', 'Ich habe `ps aux` getippt, danach nichts. Nach zehn Minuten habe ich das Fenster zugemacht.'],
    ['in French', "J'ai tapé su - oracle, et puis plus rien. J'ai attendu vingt minutes."],
    ['in Spanish', 'Tecleé `df -h` y no hubo ninguna respuesta. Esperé diez minutos y cerré la ventana.'],
    ['in Italian', 'Ho digitato `ls` e poi niente. Ho aspettato un quarto d’ora.'],
    ['in Polish', 'Wpisałem `ps -ef` i żadnej odpowiedzi. Czekałem dziesięć minut.'],
    ['in Russian', 'Набрал `df -h`, и дальше тишина. Прождал пятнадцать минут.'],
    ['in Chinese', '我输入 `df -h`，没有任何反应。等了十分钟还是这样。'],
    ['by examples of commands, in French', 'Une commande simple, par exemple « ls », se fige et ne rend jamais la main.'],
    ['by examples of commands', 'Simple commands, for example `ls`, hang for ten minutes.'],
  ])('%s', async (_, said) => expect(await toldBy(said)).toContain('commands-hang'))

  test.each([
    ['a bare nothing', 'I tried su - oracle to look for the listener, nothing there. After ten minutes I closed the window.'],
    ['no answer of a vendor', 'I ran df -h and sent it to the vendor. No answer. We waited three hours and wrote again.'],
    ['what somebody waited for otherwise', 'Typed `df -h`, all fine, and then nothing to do. After twenty minutes the meeting was over.'],
    ['a short wait', 'I typed `df -h` and then... nothing. After ten seconds I closed the window.'],
    ['what would be', 'Whoever might type su - oracle and never get an answer should wait ten minutes and close the window.'],
    ['a question', 'Did you type `ps -ef` and never get an answer? Did you wait ten minutes?'],
    ['a login at a web page', 'Login to the web page, and then nothing. I waited ten minutes and closed the window.'],
  ])('but not %s', async (_, said) => expect(await toldBy(said)).not.toContain('commands-hang'))
})

describe('a rule is no event', () => {
  test.each([
    ['in Chinese', '如果网络存储不可用，df命令就会卡住。'],
    ['in English', 'Once the share is gone, `df` will hang.'],
    ['in German', 'Falls die Freigabe fehlt, wird `df` hängen.'],
    ['in French', 'Si le partage disparaît, alors `df` se fige.'],
    ['in Spanish', 'Si desaparece el recurso, `df` se quedará colgado.'],
    ['in Russian', 'Если том пропал, то `df` зависнет.'],
    ['a title of how to mend it', '# df命令卡死解决方法'],
  ])('%s', async (_, said) => expect(await toldBy(said)).not.toContain('commands-hang'))

  test.each([
    ['what happens whenever somebody does it here', 'When I type `ls`, the window freezes.'],
    ['in German', 'Wenn ich `ls` eingebe, dann hängt die Sitzung.'],
    ['in Chinese', '我一运行df命令，终端就卡死。'],
  ])('but %s', async (_, said) => expect(await toldBy(said)).toContain('commands-hang'))
})

describe('one sentence of whoever sat before it is enough', () => {
  test.each([
    ['in English', 'Any `ls` freezes the session at once and Ctrl+C does not end it.\n'],
    ['in German', '`df` hängt sofort, auch Strg+C hilft nicht.\n'],
    ['in Chinese', '一执行df命令，终端立刻卡死，按Ctrl+C也无法退出。\n'],
  ])('%s', async (_, text) => expect(await truthsOf(text)).toContain('commands-hang'))
  test.each([
    ['a rule', 'If the server is gone, `df` will hang and Ctrl+C does not end it.\n'],
    ['a lesson', 'In this tutorial we mount a share. Then `df` hangs and Ctrl+C does not end it.\n'],
    ['a rule in Chinese', '如果服务器宕机，df命令就会卡死，Ctrl+C也无法退出。\n'],
  ])('but not %s', async (_, text) => expect(await truthsOf(text)).not.toContain('commands-hang'))
})

describe('the kernel at a console that was typed off', () => {
  const message = 'INFO: task bash:4242 blocked for more than 120 seconds.'
  test.each([
    ['digits that could not be read', `[5121.88....] ${message}\n`],
    ['question marks', `[5121.8812??] ${message}\n`],
    ['behind the question who logs in', `db1 login: [5121.881203] ${message}\n`],
  ])('%s', async (_, text) => expect(await truthsOf(text)).toContain('hung-tasks-logged'))
  test.each([
    ['a clock of nothing', `[....] ${message}\n`],
    ['a word before it', `e.g. [5121.88....] ${message}\n`],
    ['a login of somebody', 'db1 login: root\nLast login: Tue Mar 12 14:02:10\n'],
  ])('but not %s', async (_, text) => expect(await truthsOf(text)).not.toContain('hung-tasks-logged'))
})

describe('between two dates', () => {
  const run = (command: string, first: string, last: string) => `[root@n1 ~]# date; ${command}; date\n${first}\n${last}\n`
  test.each([
    ['a word written into a file', run('echo x > /mnt/f', 'Thu 02 Mar 2023 11:54:31 AM CST', 'Thu 02 Mar 2023 12:24:22 PM CST')],
    ['in Chinese', run('df -h', '2023年 03月 02日 星期四 15:24:22 CST', '2023年 03月 02日 星期四 15:31:22 CST')],
    ['with a half before the hour', run('ls /srv', '2023년 3월 2일 오전 11:55:00', '2023년 3월 2일 오후 12:05:00')],
    ['with points', run('ls /srv', 'to 2.3.2023 15.24.22 +0200', 'to 2.3.2023 15.34.22 +0200')],
    ['its output sent away', run('ls /srv > /dev/null 2>&1', 'Tue Mar 12 14:02:10 CET 2024', 'Tue Mar 12 14:09:10 CET 2024')],
  ])('%s', async (_, text) => expect(await truthsOf(text)).toContain('commands-hang'))
  test.each([
    ['a short one', run('echo x > /mnt/f', 'Thu 02 Mar 2023 12:59:31 PM CST', 'Thu 02 Mar 2023 01:00:22 PM CST')],
    ['a switch of the kernel', run('echo 3 > /proc/sys/vm/drop_caches', 'Tue Mar 12 14:02:10 CET 2024', 'Tue Mar 12 14:09:10 CET 2024')],
    ['what a program writes', run('make > /tmp/log', 'Tue Mar 12 14:02:10 CET 2024', 'Tue Mar 12 14:09:10 CET 2024')],
  ])('but not %s', async (_, text) => expect(await truthsOf(text)).not.toContain('commands-hang'))
})
