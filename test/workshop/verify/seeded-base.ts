import { exampleBase } from '../example-base.ts'

/** A whole cause that has nothing wrong with it but what is put in. */
function cause(rules: string, { prior = -2, resolutions = '[change-ink]', when = 'page-is-blank' } = {}): string {
  return `title: A cause
prior: ${prior}
rules:
  - { id: blank, when: ${when}, points: 9, because: Seen. }
  - { id: moves, when: { not: paper-does-not-move }, points: 4, because: Seen. }
${rules}resolutions: ${resolutions}
`
}

const rule = (id: string, when: string, rest: string) => `  - { id: ${id}, when: ${when}, ${rest}, because: Seen. }\n`
const pages = (test: string) => `{ printed-pages: { ${test} } }`

/** One defect of each kind, each in files of its own, and where it has to be found. */
export const seeds: readonly { readonly kind: string; readonly files: Readonly<Record<string, string>>; readonly found: string }[] = [
  {
    kind: 'a rule whose parts exclude each other',
    files: {
      'hypotheses/seed-a.yaml': cause(rule('odd', `{ all: [ ${pages('more-than: 50')}, ${pages('at-most: 50')} ] }`, 'points: 3')),
    },
    found: 'rule-never-holds hypotheses/seed-a rules.2.when',
  },
  {
    kind: 'a rule that excludes itself through a derived fact',
    files: { 'hypotheses/seed-b.yaml': cause(rule('odd', `{ all: [ rollers-worn, ${pages('less-than: 500')} ] }`, 'points: 3')) },
    found: 'rule-never-holds hypotheses/seed-b rules.2.when',
  },
  {
    kind: 'a rule about a fact that is asked only when the rule fails',
    files: {
      'facts/is-hot.yaml': 'title: It is hot\ntype: yes-no\nask: Is it hot?\nask-when: paper-does-not-move\n',
      'hypotheses/seed-c.yaml': cause(
        rule('cold', '{ not: is-hot }', 'points: -2') + rule('odd', '{ all: [ is-hot, { not: paper-does-not-move } ] }', 'points: 3'),
      ),
    },
    found: 'rule-never-holds hypotheses/seed-c rules.3.when',
  },
  {
    kind: 'a rule for what silent logs never tell',
    files: {
      'facts/heard.yaml': 'title: It was heard\ntype: yes-no\nseen-as: { event: blank-page }\nabsence: nothing\n',
      'hypotheses/seed-d.yaml': cause(rule('odd', '{ not: heard }', 'points: 3')),
    },
    found: 'rule-never-holds hypotheses/seed-d rules.2.when',
  },
  {
    kind: 'a rule that always holds',
    files: { 'hypotheses/seed-e.yaml': cause(rule('odd', '{ any: [ rollers-worn, { not: rollers-worn } ] }', 'points: 3')) },
    found: 'rule-never-fails hypotheses/seed-e rules.2.when',
  },
  {
    kind: 'a choice of which every value is named',
    files: {
      'hypotheses/seed-f.yaml': cause(rule('odd', '{ prints-with-new-rollers: { one-of: [prints, same, not-tried] } }', 'points: 3')),
    },
    found: 'rule-never-fails hypotheses/seed-f rules.2.when',
  },
  {
    kind: 'a weaker rule of a group inside a stronger one',
    files: {
      'hypotheses/seed-g.yaml': cause(
        rule('old', pages('more-than: 50'), 'points: 5, group: age') + rule('odd', pages('more-than: 90'), 'points: 4, group: age'),
      ),
    },
    found: 'rule-pointless hypotheses/seed-g rules.3',
  },
  {
    kind: 'a test inside a wider test that decides the same',
    files: {
      'hypotheses/seed-h.yaml': cause(
        rule('test', '{ prints-with-new-rollers: { is: prints } }', 'decides: ruled-out') +
          rule('odd', '{ all: [ page-is-blank, { prints-with-new-rollers: { is: prints } } ] }', 'decides: ruled-out'),
      ),
    },
    found: 'rule-pointless hypotheses/seed-h rules.3',
  },
  {
    kind: 'a derivation behind one that is always there first',
    files: {
      'facts/busy.yaml': `title: It is busy
type: yes-no
derive:
  - { id: wide, when: ${pages('more-than: 10')}, value: yes, because: Seen. }
  - { id: odd, when: ${pages('more-than: 20')}, value: yes, because: Seen. }
`,
    },
    found: 'rule-pointless facts/busy derive.1',
  },
  {
    kind: 'a group of which only one rule can count',
    files: {
      'hypotheses/seed-i.yaml': cause(
        rule('one', pages('more-than: 10'), 'points: 5, group: age') +
          rule('two', pages('more-than: 20'), 'points: 4, group: age') +
          rule('three', pages('more-than: 30'), 'points: 3, group: age'),
      ),
    },
    found: 'group-never-counts hypotheses/seed-i rules.2.group',
  },
  {
    kind: 'a rule that two stronger ones cover together',
    files: {
      'hypotheses/seed-j.yaml': cause(
        rule('low', pages('less-than: 10'), 'points: 5, group: age') +
          rule('high', pages('at-least: 10'), 'points: 4, group: age') +
          rule('odd', `{ all: [ page-is-blank, ${pages('more-than: 1')} ] }`, 'points: 3, group: age'),
      ),
    },
    found: 'group-never-counts hypotheses/seed-j rules.4',
  },
  {
    kind: 'derivations that overlap',
    files: {
      'facts/lame.yaml': `title: It is lame
type: yes-no
derive:
  - { id: few, when: ${pages('less-than: 30')}, value: yes, because: Seen. }
  - { id: many, when: ${pages('more-than: 20')}, value: no, because: Seen. }
`,
    },
    found: 'rules-contradict facts/lame derive.1',
  },
  {
    kind: 'tests that confirm and rule out in one case',
    files: {
      'hypotheses/seed-k.yaml': cause(
        rule('yes', '{ prints-with-new-rollers: { is-not: same } }', 'decides: confirmed') +
          rule('no', '{ prints-with-new-rollers: { is: prints } }', 'decides: ruled-out'),
      ),
    },
    found: 'rules-contradict hypotheses/seed-k rules.3',
  },
  {
    kind: 'one condition for and against',
    files: {
      'hypotheses/seed-l.yaml': cause(
        rule('for', pages('more-than: 10'), 'points: 3') + rule('against', `{ not: ${pages('at-most: 10')} }`, 'points: -3'),
      ),
    },
    found: 'rules-contradict hypotheses/seed-l rules.3',
  },
  {
    kind: 'a question that nothing uses',
    files: { 'symptoms/smells.yaml': 'title: It smells\ntype: yes-no\nask: Does it smell?\n' },
    found: 'question-never-matters symptoms/smells ask',
  },
  {
    kind: 'a question that is only asked when something impossible holds',
    files: {
      'facts/hums.yaml': 'title: It hums\ntype: yes-no\nask: Does it hum?\nask-when: { all: [ page-is-blank, { not: page-is-blank } ] }\n',
      'hypotheses/seed-m.yaml': cause(rule('hum', 'hums', 'points: 3')),
    },
    found: 'question-never-matters facts/hums ask-when',
  },
  {
    kind: 'an event that no fact uses',
    files: {
      'events/toner-low.yaml':
        "title: Toner is low\nin: [system-log]\nforms:\n  - pattern: 'toner is low'\n    matches: ['lpd[1]: toner is low']\n    ignores: ['lpd[1]: toner is full']\n",
    },
    found: 'event-unused events/toner-low ',
  },
  {
    kind: 'an event for the timeline alone by which a fact is seen',
    files: {
      'events/toner-out.yaml':
        "title: Toner is out\nin: [system-log]\ntimeline-only: true\nforms:\n  - pattern: 'toner is out'\n    matches: ['lpd[1]: toner is out']\n    ignores: ['lpd[1]: toner is full']\n",
      'facts/toner-gone.yaml': 'title: The toner is out\ntype: yes-no\nseen-as: { event: toner-out }\n',
    },
    found: 'timeline-only-used events/toner-out timeline-only',
  },
  {
    kind: 'a cause with too few points',
    files: { 'hypotheses/seed-n.yaml': cause('', { prior: -6 }) },
    found: 'hypothesis-never-likely hypotheses/seed-n prior',
  },
  {
    kind: 'a cause that only one group speaks for',
    files: {
      'hypotheses/seed-o.yaml':
        'title: A cause\nprior: 0\nrules:\n  - { id: blank, when: page-is-blank, points: 12, because: Seen. }\nresolutions: [change-ink]\n',
    },
    found: 'hypothesis-never-likely hypotheses/seed-o rules',
  },
  {
    kind: 'a cause whose evidence excludes itself',
    files: {
      'hypotheses/seed-p.yaml':
        'title: A cause\nprior: -2\nrules:\n  - { id: some, when: { printed-pages: { less-than: 9 } }, points: 7, because: Seen. }\n  - { id: more, when: { printed-pages: { more-than: 9 } }, points: 7, because: Seen. }\nresolutions: [change-ink]\n',
    },
    found: 'hypothesis-never-likely hypotheses/seed-p prior',
  },
  {
    kind: 'a cause that one symptom makes likely',
    files: { 'hypotheses/seed-q.yaml': cause(rule('again', '{ page-is-blank: { is: yes } }', 'points: 5')) },
    found: 'likely-on-one-symptom hypotheses/seed-q rules',
  },
  {
    kind: 'a resolution that nothing names',
    files: { 'resolutions/pray.yaml': 'title: Hope\nstage: contain\nsteps:\n  - { id: hope, do: Hope. }\n' },
    found: 'resolution-unreachable resolutions/pray ',
  },
  {
    kind: 'a resolution for a band in which it is not offered',
    files: {
      'resolutions/kick.yaml':
        'title: Kick it\nstage: fix\nwhen: { seed-r: { at-most: possible } }\nsteps:\n  - { id: kick, do: Kick it. }\n',
      'hypotheses/seed-r.yaml': cause('', { resolutions: '[change-ink, kick]' }),
    },
    found: 'resolution-unreachable resolutions/kick when',
  },
  {
    kind: 'a placeholder without a value',
    files: {
      'resolutions/wipe.yaml': 'title: Wipe it\nstage: prove\nsteps:\n  - { id: wipe, do: Wipe it., run: "wipe {{ nodename }}" }\n',
      'hypotheses/seed-s.yaml': cause('', { resolutions: '[wipe]' }),
    },
    found: 'placeholder-not-filled resolutions/wipe steps.0.run',
  },
  {
    kind: 'an agent that cannot leave files alone',
    files: {
      'vendors/dot.yaml': exampleBase['vendors/laser.yaml']!.replace(/by: command\n.*\n.*\n.*list\n/, 'by: none\n  kinds: []\n'),
    },
    found: 'agent-not-excludable vendors/dot exclusions',
  },
  {
    kind: 'an agent that promises more than it has commands for',
    files: { 'vendors/pen.yaml': exampleBase['vendors/laser.yaml']!.replace('kinds: [folder]', 'kinds: [folder, process]') },
    found: 'agent-not-excludable vendors/pen exclusions.kinds',
  },
  {
    kind: 'a resolution that is kept back by the very cause it mends',
    files: {
      'resolutions/oil.yaml': 'title: Oil it\nstage: fix\nunless: { seed-3: { is: likely } }\nsteps:\n  - { id: oil, do: Oil it. }\n',
      'hypotheses/seed-3.yaml': cause('', { resolutions: '[oil]' }),
    },
    found: 'resolution-unreachable resolutions/oil unless',
  },
  {
    kind: 'an agent whose being off nobody can see',
    files: { 'vendors/ray.yaml': exampleBase['vendors/laser.yaml']!.replace('verify: systemctl is-active laserd', 'verify: none') },
    found: 'agent-never-surely-off vendors/ray switch-off',
  },
  {
    kind: 'a likely cause without any resolution',
    files: { 'hypotheses/seed-t.yaml': cause('', { resolutions: '[]' }) },
    found: 'dead-end hypotheses/seed-t resolutions',
  },
  {
    kind: 'a cause whose only step is hidden in one case',
    files: {
      'resolutions/shake.yaml': 'title: Shake it\nstage: prove\nsteps:\n  - { id: shake, unless: rollers-worn, do: Shake it. }\n',
      'hypotheses/seed-u.yaml': cause('', { resolutions: '[shake]' }),
    },
    found: 'dead-end hypotheses/seed-u resolutions',
  },
  {
    kind: 'a suspicion that nothing proves',
    files: {
      'facts/rattles.yaml': 'title: It rattles\ntype: yes-no\nask: Does it rattle?\n',
      'resolutions/mend.yaml': 'title: Mend it\nstage: verify\nsteps:\n  - { id: mend, do: Mend it. }\n',
      'hypotheses/seed-v.yaml': cause('', { resolutions: '[mend]', when: 'rattles' }),
    },
    found: 'suspicion-without-plan hypotheses/seed-v resolutions',
  },
  {
    kind: 'a pattern with a repetition inside a repetition',
    files: {
      'events/job-lost.yaml':
        "title: A job got lost\nin: [system-log]\nforms:\n  - pattern: 'lost job (?<name>(?:\\w+\\s?)+) of'\n    matches: ['lpd[1]: lost job a b c of me']\n    ignores: ['lpd[1]: found job a of me']\n",
      'facts/lost.yaml': 'title: A job got lost\ntype: yes-no\nseen-as: { event: job-lost }\n',
    },
    found: 'pattern-backtracks events/job-lost forms.0.pattern',
  },
  {
    kind: 'one piece of evidence in two groups',
    files: {
      'hypotheses/seed-z.yaml': cause(
        rule('old', pages('more-than: 50'), 'points: 2') + rule('odd', `{ not: ${pages('at-most: 50')} }`, 'points: 3'),
      ),
    },
    found: 'rule-pointless hypotheses/seed-z rules.3',
  },
  {
    kind: 'a cause that needs the rule that can never hold',
    files: {
      'hypotheses/seed-1.yaml': cause(rule('odd', '{ all: [ page-is-blank, { not: page-is-blank } ] }', 'points: 9'), { prior: -12 }),
    },
    found: 'rule-never-holds hypotheses/seed-1 rules.2.when',
  },
  {
    kind: 'a question that another one beside it makes idle',
    files: {
      'facts/hisses.yaml': 'title: It hisses\ntype: yes-no\nask: Does it hiss?\n',
      'hypotheses/seed-2.yaml': cause(rule('old', '{ any: [ rollers-worn, { all: [ rollers-worn, hisses ] } ] }', 'points: 2')),
    },
    found: 'question-never-matters facts/hisses ask',
  },
  {
    kind: 'a pattern of which every part can take the next',
    files: {
      'events/job-slow.yaml':
        "title: A job was slow\nin: [system-log]\nforms:\n  - pattern: 'slow job .*of.*by.*end'\n    matches: ['lpd[1]: slow job a of b by c end']\n    ignores: ['lpd[1]: quick job a of b']\n",
      'facts/job-was-slow.yaml': 'title: A job was slow\ntype: yes-no\nseen-as: { event: job-slow }\n',
    },
    found: 'pattern-backtracks events/job-slow forms.0.pattern',
  },
  {
    kind: 'a step that its own resolution keeps back',
    files: {
      'resolutions/knock.yaml':
        'title: Knock on it\nstage: prove\nunless: rollers-worn\nsteps:\n  - { id: look, do: Look at it. }\n  - { id: knock, when: rollers-worn, do: Knock on it. }\n',
      'hypotheses/seed-w.yaml': cause('', { resolutions: '[change-ink, knock]' }),
    },
    found: 'rule-never-holds resolutions/knock steps.1.when',
  },
  {
    kind: 'a step that is shown in every case',
    files: {
      'resolutions/wait.yaml':
        'title: Wait for it\nstage: prove\nsteps:\n  - { id: wait, when: { any: [ rollers-worn, { not: rollers-worn } ] }, do: Wait. }\n',
      'hypotheses/seed-x.yaml': cause('', { resolutions: '[change-ink, wait]' }),
    },
    found: 'rule-never-fails resolutions/wait steps.0.when',
  },
  {
    kind: 'a resolution for a cause that no test confirms',
    files: {
      'resolutions/wish.yaml':
        'title: Hope for the best\nstage: prove\nwhen: { seed-y: { is: confirmed } }\nsteps:\n  - { id: hope, do: Hope. }\n',
      'hypotheses/seed-y.yaml': cause('', { resolutions: '[change-ink, wish]' }),
    },
    found: 'resolution-unreachable resolutions/wish when',
  },
  {
    kind: 'a pattern that finds the lines of another event',
    files: {
      'events/any-page.yaml':
        "title: A page came out\nin: [any-log]\nforms:\n  - pattern: 'page from tray'\n    matches: ['lpd[1]: green page from tray 2']\n    ignores: ['lpd[1]: no page']\n",
      'facts/any.yaml': 'title: A page came out\ntype: yes-no\nseen-as: { event: any-page }\n',
    },
    found: 'pattern-matches-other-event events/any-page forms.0.pattern',
  },
]
