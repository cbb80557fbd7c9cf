/** ARM tells of both ends of a call: `[<80a87848>] (schedule) from [<8015c138>] (io_schedule+0x14/0x3c)`, later without addresses. */
const bothEnds =
  /^\s*(?:\[<[0-9a-f]{8}>\] \([\w.]{1,80}\) from \[<[0-9a-f]{8}>\] \((?<old>[^()]{1,200})\)|[\w.]{1,80} from (?<frame>[\w.]{1,80}\+0x[0-9a-f]{1,6}\/0x[0-9a-f]{1,6}(?: \[\w{1,60}\])?))\s*$/

/** A frame of a stack as the kernel prints it on other machines; any other message stays as it is. */
export function usualFrame(message: string): string {
  const found = message.includes(' from ') ? bothEnds.exec(message)?.groups : undefined
  return found ? ` ${found.old ?? found.frame}` : message
}
