# A transcript: commands behind "$ ", and behind each what it prints. Read by check-pages.

marker=$'\001'
heredoc='<<["'\'']?([A-Za-z_]+)["'\'']?'

# Tells the lines of a block apart: `$` begins a command, `+` and `>` continue it, `=` is output.
tag_lines() {
  local line end='' open='' answering=1
  while IFS= read -r line; do
    if [ -n "$end" ]; then
      printf '+%s\n' "$line"
      [ "$line" != "$end" ] || end=
      continue
    elif [ -n "$open" ]; then
      printf '+%s\n' "$line"
    elif [ -z "$answering" ] && [ "${line#'> '}" != "$line" ]; then
      printf '>%s\n' "${line#'> '}"
    elif [ "${line#'$ '}" != "$line" ]; then
      printf '$%s\n' "${line#'$ '}"
    else
      printf '=%s\n' "$line"
      answering=1
      continue
    fi
    open=
    answering=
    if [ "${line%\\}" != "$line" ]; then open=1; fi
    if [[ $line =~ $heredoc ]]; then end=${BASH_REMATCH[1]}; fi
  done
}

# The commands as a script that prints a marker behind the output of each.
script() {
  local line after=
  while IFS= read -r line; do
    case $line in
      '='*) continue ;;
      '$'*)
        [ -z "$after" ] || echo "$after"
        after="__status=\$?; printf '\\001\\n'; (exit \$__status)" ;;
    esac
    printf '%s\n' "${line#?}"
  done
  echo "$after"
}

# The block as it should be: the commands as they stand, and behind each what it printed ($1).
answered() {
  local line first=1
  exec 4<"$1"
  while IFS= read -r line; do
    case $line in
      '='*) continue ;;
      '$'*) [ -n "$first" ] || next_output; first=; printf '$ %s\n' "${line#?}" ;;
      '>'*) printf '> %s\n' "${line#?}" ;;
      *) printf '%s\n' "${line#?}" ;;
    esac
  done
  next_output
  exec 4<&-
}

next_output() {
  local out
  while IFS= read -r out <&4; do
    case $out in
      "$marker") return ;;
      *"$marker") printf '%s\n' "${out%"$marker"}"; return ;;
      *) printf '%s\n' "$out" ;;
    esac
  done
}
