import module from 'node:module'
import { join } from 'node:path'

// Every command loads this first, and it is JavaScript that any Node can read: an old one can't even open the rest,
// and would say so in words that help nobody.
const oldest = 24

if (Number(process.versions.node.split('.')[0]) < oldest) {
  console.error(
    `Zhixun needs Node ${oldest} or newer, and this is Node ${process.versions.node}. ` +
      '"npm ci" brings the right one for the npm commands, unless it is told to ignore scripts.',
  )
  process.exit(1)
}

// What is read in is kept compiled beside the packages, for the next start; where nothing can be written it goes without.
module.enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/zhixun/compiled'))
