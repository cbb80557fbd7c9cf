/** `journalctl -o with-unit` names the unit where others name the program: `chronyd.service[901]:`, and `init.scope[1]:` for systemd. */
export function programOf(tag: string | undefined): string | undefined {
  if (tag === 'init.scope') return 'systemd'
  return tag?.endsWith('.service') ? tag.slice(0, -'.service'.length) : tag
}
