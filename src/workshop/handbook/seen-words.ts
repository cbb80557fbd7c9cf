import type { KnowledgeBase } from '../../kb/model.ts'
import type { EventRef, SeenOnce } from '../../kb/shapes.ts'
import { code, joined, link, type Text } from './model.ts'

/** What logs must hold to show a fact, one sentence for each way; any one way is enough. */
export function seenTexts(kb: KnowledgeBase, seen: SeenOnce | readonly SeenOnce[]): Text[] {
  return [seen].flat().map(once => onceText(kb, once as SeenOnce))
}

function onceText(kb: KnowledgeBase, once: SeenOnce): Text {
  const { event, where, sequence, distinct, without, before, same } = once
  const least = once['at-least'] ?? 1
  const what: Text =
    sequence !== undefined
      ? [
          'in this order: ',
          ...joined(
            sequence.map(ref => refText(kb, ref)),
            ', then ',
          ),
        ]
      : event === undefined
        ? []
        : eventText(kb, event, where)
  const times: Text =
    distinct !== undefined
      ? [`at least ${least} different values of `, code(distinct), ' in: ']
      : least > 1
        ? [`at least ${least} times: `]
        : []
  const minutes = once['within-minutes']
  const after = once['ignore-after']
  return [
    ...times,
    ...what,
    once.nodes === undefined ? '' : `, in the logs of at least ${once.nodes} nodes`,
    minutes === undefined ? '' : `, all within ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`,
    once['at-least-minutes'] === undefined ? '' : `, the last at least ${once['at-least-minutes']} minutes after the first`,
    once.undated ? ', of those without a time' : '',
    same === undefined ? '' : `, with the same ${[same].flat().join(' and ')}`,
    ...(without === undefined
      ? []
      : [
          ', and without: ',
          ...joined(
            [without].flat().map(ref => refText(kb, ref)),
            ', ',
          ),
        ]),
    ...(before === undefined ? [] : [', before: ', ...refText(kb, before)]),
    ...(after === undefined
      ? []
      : [`; what comes within ${after.seconds} seconds after this does not count: `, ...refText(kb, after.event)]),
  ].filter(part => part !== '')
}

function refText(kb: KnowledgeBase, ref: EventRef): Text {
  if (typeof ref === 'string') return eventText(kb, ref, undefined)
  return joined(
    Object.entries(ref).map(([id, where]) => eventText(kb, id, where)),
    ' or ',
  )
}

function eventText(kb: KnowledgeBase, id: string, where: SeenOnce['where']): Text {
  const wanted = Object.entries(where ?? {}).map(([name, value]): Text => [code(name), ` = ${[value].flat().join(' or ')}`])
  const title = kb.events[id]?.title ?? id
  return [link(`events/${id}`, `“${title}”`), ...(wanted.length === 0 ? [] : [' (', ...joined(wanted, ', '), ')'])]
}
