import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { verbOfChange } from '../../../src/workshop/lint/words.ts'

test.each([
  ['Restart pcsd.', 'restart'],
  ['On each node, restart pcsd.', 'restart'],
  ['Look at the state and stop the service.', 'stop'],
  ['Write the value down, then raise the token.', 'raise'],
  ['Set the token to 10 seconds.', 'set'],
  ['Take the node down.', 'take'],
  ['Put the node into standby.', 'put'],
  ['Switch the scanner off.', 'switch'],
  ['Exclude /var/lib/pacemaker from on-access scanning.', 'exclude'],
  ['First disable the resource.', 'disable'],
  ['Please update the packages.', 'update'],
  ['Remove the constraint; look again.', 'remove'],
  ['Reboot.', 'reboot'],
  ['Start the cluster on the node again.', 'start'],
  ['Move all resources off the node.', 'move'],
  ['Make the queue larger.', 'make'],
])('"%s" tells to change something', (sentence, verb) => {
  expect(verbOfChange(sentence)).toBe(verb)
})

test.each([
  'After every update and every reboot, look whether it came back.',
  'Look for the last restart, update or reset.',
  'Ask the security team to exclude these folders.',
  'Set an alarm at 80 %.',
  'Read the change log, and open a case.',
  'Compare the times of restart, change and move.',
  'Start a program that is in memory anyway.',
  'Measure outside the scan; nothing needs to be switched off for that.',
  'Read "Restart the daemon" in the manual.',
  'Write down which nodes are stopped.',
  'Update of the packages: read when it was.',
])('"%s" only tells to look, ask or write down', sentence => {
  expect(verbOfChange(sentence)).toBeUndefined()
})

test('no step of the shipped base that only looks is taken for a change', () => {
  const steps = readdirSync('rules/resolutions').flatMap(
    file =>
      (parse(readFileSync(`rules/resolutions/${file}`, 'utf8')) as { steps: { do?: string; changes?: boolean; risk?: string }[] }).steps,
  )
  const looking = steps.flatMap(({ do: what, changes, risk = 'none' }) => (what !== undefined && !changes && risk === 'none' ? [what] : []))
  expect(looking.length).toBeGreaterThan(50)
  expect(looking.filter(verbOfChange)).toEqual([])
})
