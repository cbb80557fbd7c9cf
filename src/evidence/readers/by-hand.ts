/** An operation of a resource that somebody started without the cluster: only the agent and its application take part. */
const operation =
  /^(?:\S*\/)?(?:pcs resource debug-(?:start|stop|promote|demote|monitor)\s|crm_resource\s(?:\S+\s+)*--force-(?:start|stop|check|promote|demote)\b|(?:\S*\/)?(?:usr\/lib\/)?ocf\/resource\.d\/[\w-]+\/\S+ (?:start|stop|monitor|status)\b)/
/** Programs of applications that ask, start or stop them. */
const application =
  /^(?:\S*\/)?(?:db2(?:start|stop|pd|gcf)?|psql|pg_isready|pg_ctl|mysql|mysqladmin|mariadb(?:-admin)?|sqlplus|lsnrctl|srvctl|sapcontrol|sapstart|sapstop|hdbsql|HDB|isql|sqlcmd|mongosh?|redis-cli|rabbitmqctl|dspmq|strmqm|endmqm|asadmin|apachectl|nginx)(?:\s|$)/

/** Whether a command drives an application by hand: `operation` when it is just what the cluster does. */
export function drivenByHand(command: string): 'operation' | 'application' | undefined {
  return operation.test(command) ? 'operation' : application.test(command) ? 'application' : undefined
}

/** From here on the application is slow; the timeouts of agents begin at twenty seconds. */
export const slowByHandSeconds = 20
/** Below this the operation is quick. */
export const quickByHandSeconds = 2
