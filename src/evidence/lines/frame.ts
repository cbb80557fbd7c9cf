/** ARM tells of both ends of a call: `[<80b41c20>] (schedule) from [<8016f2a4>] (io_schedule+0x10/0x30)`, later without addresses. */
const bothEnds =
  /^\s*(?:\[<[0-9a-f]{8}>\] \([\w.]{1,80}\) from \[<[0-9a-f]{8}>\] \((?<old>[^()]{1,200})\)|[\w.]{1,80} from (?<frame>[\w.]{1,80}\+0x[0-9a-f]{1,6}\/0x[0-9a-f]{1,6}(?: \[\w{1,60}\])?))\s*$/

/** A frame of a stack as the kernel prints it on other machines; any other message stays as it is. */
export function usualFrame(message: string): string {
  const found = message.includes(' from ') ? bothEnds.exec(message)?.groups : undefined
  return found ? ` ${found.old ?? found.frame}` : message
}
