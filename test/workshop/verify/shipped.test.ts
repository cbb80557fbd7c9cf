import { expect, test } from 'vitest'
import { mandatoryLiterals } from '../../../src/evidence/events/literal.ts'
import { matchForm } from '../../../src/evidence/events/matcher.ts'
import { digestOf, loadRuleFiles } from '../../../src/kb/disk.ts'
import { readBase } from '../../../src/kb/read.ts'
import { pages } from '../../../src/workshop/verify/pages.ts'
import { verifyBase } from '../../../src/workshop/verify/verify.ts'

test('the shipped base has no error and no warning', () => {
  const { files } = loadRuleFiles('rules')
  const { kb } = readBase(files, digestOf(files), { literals: mandatoryLiterals, match: matchForm })
  const found = verifyBase(kb!)
  // Somebody may have said in the file why a finding is right as it is.
  const isIgnored = ({ code, at: { folder, id } }: (typeof found)[number]) =>
    files.some(({ path, content }) => path === `${folder}/${id}.yaml` && content.toString().includes(`avert-lint-ignore ${code}`))
  expect(found.filter(finding => pages[finding.code]!.severity !== 'info' && !isIgnored(finding))).toEqual([])
  // Nothing had to be left to sampling.
  expect(found.filter(({ exactness }) => exactness !== 'exact')).toEqual([])
  expect(verifyBase(kb!)).toEqual(found)
})
