import { placeAt as at } from './place-at.ts'
import type { Place } from './places.ts'

/** Names in command lines that change the cluster: there each word has its place. */

const id = '[A-Za-z_](?:[\\w.-]*\\w)?'
const host = '[A-Za-z0-9_](?:[\\w.-]*\\w)?'
/** Words that stand where a name could. */
const noName =
  '(?!(?:on|off|true|false|all|status|config|show|list|help|standby|lifetime|before|after|then|with|and|or|not|if|start|stop|promote|demote|promoted|unpromoted|master|slave|reset|add|remove|set|node|resource|group|clone|--\\S+)(?![\\w.-]))'
/** Options between a command and its name; what takes a value has it with "=". Few, because each further one is tried for each place. */
const options = '(?:-[\\w-]+(?:=\\S+)?\\s+){0,8}'
const between = /\s+/
const end = '(?=[\\s\'"),;\\]]|$)'

const pcs = '\\bpcs\\s+(?:-\\S+\\s+){0,8}'
const crm = '\\bcrm\\s+(?:-\\S+\\s+){0,8}'
const onNames =
  'move|move-with-constraint|clear|cleanup|refresh|restart|enable|disable|debug-(?:start|stop|monitor|promote|demote)|ban|unban|relocate|manage|unmanage|delete|remove|update|config|show|meta|failcount|ungroup|clone|unclone|promotable|relations|migrate|unmigrate|unmove|start|stop|promote|demote|trace|untrace|maintenance|locate|param|utilization|scores|create'
const onNodes =
  'standby|unstandby|online|maintenance|unmaintenance|ready|fence|clearstate|delete|utilization|attribute|status-attr|show|server|kill|confirm|start|stop|add|remove|auth|deauth|add-node|add-remote|remove-remote|clear|delete-remote'

export const commandPlaces: readonly Place[] = [
  {
    kind: 'resource',
    hint: ['pcs '],
    find: at(`${pcs}(?:resource|stonith)\\s+(?:${onNames})\\s+(?:show\\s+|reset\\s+|status\\s+)?${options}`, `${noName}${id}`, end),
  },
  {
    kind: 'resource',
    hint: ['pcs '],
    find: at(
      `${pcs}(?:resource|stonith)\\s+(?:enable|disable|manage|unmanage)\\s+${options}`,
      `${noName}${id}(?:\\s+${noName}${id})*`,
      end,
    ),
    between,
  },
  {
    kind: 'resource',
    hint: ['pcs '],
    find: at(`${pcs}resource\\s+group\\s+(?:add|remove|delete|list)\\s+${options}`, `${noName}${id}(?:\\s+${noName}${id}(?!=))*`, end),
    between,
  },
  {
    kind: 'node',
    hint: ['pcs '],
    find: at(
      `${pcs}resource\\s+(?:move|move-with-constraint|ban|clear|cleanup|refresh|debug-\\w+|failcount\\s+\\w+|relocate\\s+\\w+)\\s+${options}${id}\\s+(?:node=)?`,
      `${noName}(?!\\w+=)${host}`,
      end,
    ),
  },
  {
    kind: 'node',
    hint: ['pcs '],
    find: at(
      `${pcs}(?:(?:node|host|cluster|cluster\\s+node)\\s+(?:${onNodes})|stonith\\s+(?:fence|confirm))\\s+${options}`,
      `${noName}(?!\\w+=)${host}(?:\\s+${noName}(?!\\w+=)${host})*`,
      end,
    ),
    between,
  },
  { kind: 'cluster', hint: ['pcs '], find: at(`${pcs}cluster\\s+setup\\s+${options}(?:--name\\s+)?`, `${noName}${id}`, end) },
  {
    kind: 'constraint',
    hint: ['pcs '],
    find: at(`${pcs}constraint\\s+(?:delete|remove)\\s+${options}`, `${noName}${id}`, end),
  },
  {
    kind: 'resource',
    hint: ['pcs '],
    find: at(
      `${pcs}constraint\\s+(?:location|order|colocation\\s+add)\\s+(?:(?:start|stop|promote|demote|promoted|master)\\s+)?`,
      `${noName}(?!add|remove|set|config)${id}`,
      end,
    ),
  },
  {
    kind: 'resource',
    hint: ['pcs '],
    find: at(
      `${pcs}constraint\\s+(?:order|colocation\\s+add)\\s[^;|]{0,400}?\\b(?:then|with)\\s+(?:(?:start|stop|promote|demote|promoted|master)\\s+)?`,
      `${noName}${id}`,
      end,
    ),
  },
  { kind: 'node', hint: ['pcs '], find: at(`${pcs}constraint\\s+location\\s+\\S+\\s+(?:prefers|avoids)\\s+`, host, '(?=[=\\s]|$)') },
  { kind: 'resource', hint: ['crm '], find: at(`${crm}resource\\s+(?:${onNames})\\s+${options}`, `${noName}${id}`, end) },
  {
    kind: 'node',
    hint: ['crm '],
    find: at(
      `${crm}resource\\s+(?:move|migrate|ban|cleanup|refresh|failcount)\\s+${options}${id}\\s+(?:(?:show|set|delete)\\s+)?`,
      `${noName}(?!force\\b)${host}`,
      end,
    ),
  },
  { kind: 'node', hint: ['crm '], find: at(`${crm}(?:node|cluster)\\s+(?:${onNodes})\\s+${options}`, `${noName}(?!set\\b)${host}`, end) },
  {
    kind: 'resource',
    hint: ['crm_resource'],
    find: at('\\bcrm_resource\\s(?:[^;|]{0,400}\\s)?(?:--resource(?:\\s+|=)|-r\\s*)["\']?', id, end),
  },
  {
    kind: 'node',
    hint: ['crm_', 'stonith_admin', 'cibadmin'],
    find: at(
      '\\b(?:crm_resource|crm_attribute|crm_node|crm_standby|crm_failcount|crm_master|crm_mon)\\s(?:[^;|]{0,400}\\s)?(?:--(?:node|host|uname|remove)(?:\\s+|=)|-[NHUR]\\s*)["\']?',
      `(?!-)${host}`,
      end,
    ),
  },
  {
    kind: 'node',
    hint: ['stonith_admin'],
    find: at(
      '\\bstonith_admin\\s(?:[^;|]{0,400}\\s)?(?:--(?:fence|reboot|unfence|confirm|history|list|last)(?:\\s+|=)|-[FBUChH]\\s*)["\']?',
      `(?!-)${host}`,
      end,
    ),
  },
  {
    kind: 'resource',
    hint: ['crm_failcount', 'crm_master'],
    find: at('\\b(?:crm_failcount|crm_master)\\s(?:[^;|]{0,400}\\s)?(?:--resource(?:\\s+|=)|-r\\s*)["\']?', id, end),
  },
]
