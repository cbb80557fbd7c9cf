/** Parts that read /proc with nothing but the shell: they work while no program can be started any more. */
export const proc = `# Tasks in state D, written like ps writes them; threads under the name of their process.
blocked_tasks() {
  printf '%7s %7s %-4s %-32s %s\\n' PID PPID STAT WCHAN COMMAND
  for b_task in /proc/[0-9]*/task/[0-9]*; do
    stat_of "$b_task" || continue
    [ "$s_state" = D ] || continue
    b_wait=
    read -r b_wait <"$b_task/wchan"
    b_name=$s_comm
    read -r b_name <"\${b_task%/task/*}/comm"
    if [ "$s_ppid" = 2 ]; then
      b_name="[$b_name]"
    else
      b_name=\${b_name##*/}
    fi
    printf '%7s %7s %-4s %-32s %s\\n' "\${b_task##*/}" "$s_ppid" D "\${b_wait:--}" "\${b_name:-?}"
  done
}

blocked_stacks() {
  for b_task in /proc/[0-9]*/task/[0-9]*; do
    stat_of "$b_task" || continue
    [ "$s_state" = D ] || continue
    b_head="== $b_task $s_comm"
    while IFS= read -r b_line; do
      [ -z "$b_head" ] || printf '%s\\n' "$b_head"
      b_head=
      printf '%s\\n' "$b_line"
    done <"$b_task/stack"
  done
}

blocked_details() {
  for b_task in /proc/[0-9]*/task/[0-9]*; do
    stat_of "$b_task" || continue
    [ "$s_state" = D ] || continue
    printf '== %s\\n' "$b_task"
    for b_file in status stat; do
      while IFS= read -r b_line; do
        printf '%s\\n' "$b_line"
      done <"$b_task/$b_file"
    done
  done
}

# The arguments lie in the task's own memory: reading them can hang, so this comes by itself and last.
blocked_arguments() {
  for b_task in /proc/[0-9]*; do
    stat_of "$b_task" || continue
    [ "$s_state" = D ] || continue
    printf '%s: ' "\${b_task#/proc/}"
    t tr '\\000' ' ' <"$b_task/cmdline"
    echo
  done
}

# Who holds fanotify marks, then which programs these are.
fanotify_holders() {
  f_tasks=
  for f_task in /proc/[0-9]*; do
    f_held=
    for f_file in "$f_task"/fdinfo/[0-9]*; do
      f_lines=0
      while IFS= read -r f_line; do
        case $f_line in
          fanotify*)
            f_held=yes
            printf '%s %s\\n' "$f_file" "$f_line"
            f_lines=$((f_lines + 1))
            [ "$f_lines" -lt 200 ] || break
            ;;
          inotify* | tfd:* | lock:* | eventfd* | sigmask* | clockid:*) break ;;
        esac
      done <"$f_file"
    done
    [ -z "$f_held" ] || f_tasks="$f_tasks $f_task"
  done
  for f_task in $f_tasks; do
    f_program=$(t readlink "$f_task/exe")
    [ -z "$f_program" ] || printf '%s %s\\n' "$f_task" "$f_program"
  done
}

# A small file of /proc, line by line.
lines_of() {
  while IFS= read -r l_line || [ -n "$l_line" ]; do
    printf '%s\\n' "$l_line"
  done <"$1"
}

# The names of all processes, each between line ends.
names_of_processes() {
  names='
'
  for n_file in /proc/[0-9]*/comm; do
    n_name=
    { read -r n_name <"$n_file"; } 2>/dev/null
    [ -z "$n_name" ] || names="$names$n_name
"
  done
}

# Whether one of these is here: a path, unit:NAME, module:NAME or the name of a process.
present() {
  for p_name in "$@"; do
    case $p_name in
      /*) [ ! -e "$p_name" ] || return 0 ;;
      module:*) [ ! -d "/sys/module/\${p_name#module:}" ] || return 0 ;;
      unit:*)
        for p_folder in /etc/systemd/system /usr/lib/systemd/system /run/systemd/system /run/systemd/generator.late; do
          [ ! -e "$p_folder/\${p_name#unit:}" ] || return 0
        done
        ;;
      *)
        case $names in
          *"
$p_name
"*) return 0 ;;
        esac
        ;;
    esac
  done
  return 1
}
`
