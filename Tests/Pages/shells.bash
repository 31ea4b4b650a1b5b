# The shells that blocks are run by, and the world that a block finds itself in. Read by check-pages.

# Each with the tools that are at home with it.
posix_shells='bash dash busybox'

has_shell() { command -v "$1" >/dev/null 2>&1; }

# Makes a folder of tools for each shell, to stand first on the PATH.
set_up_shells() {
  local shell awk
  for shell in $posix_shells; do mkdir -p "$work/tools/$shell"; done
  awk=$(command -v gawk || command -v awk)
  ln -s "$(command -v bash)" "$work/tools/bash/sh"
  ln -s "$awk" "$work/tools/bash/awk"
  if has_shell dash; then
    ln -s "$(command -v dash)" "$work/tools/dash/sh"
    ln -s "$(command -v mawk || command -v awk)" "$work/tools/dash/awk"
  fi
  if has_shell busybox; then busybox --install -s "$work/tools/busybox"; fi
}

# The repository as the pages name it, with the version that they name: it is this tree's hooks for pre-commit.
set_up_repository() {
  local version
  version=$("$binary" --version) || exit 2
  version=${version#hone }
  has_shell git || return 0
  mkdir "$work/hone"
  cp .pre-commit-hooks.yaml "$work/hone"
  (
    cd "$work/hone" || exit 2
    in_clean_world
    git init -q . && git add . && git commit -q -m hooks && git tag "v${version%% *}"
  ) || exit 2
}

# The variables that a block is run with: none of the caller's.
in_clean_world() {
  unset NO_COLOR CLICOLOR_FORCE XDG_CONFIG_HOME MAKEFLAGS MAKELEVEL MFLAGS GITHUB_STEP_SUMMARY CI FZF_DEFAULT_OPTS
  export HOME="$work/home" TERM=dumb LC_ALL=C.UTF-8 GIT_CONFIG_NOSYSTEM=1
  export GIT_AUTHOR_NAME=you GIT_AUTHOR_EMAIL=you@example.org
  export GIT_COMMITTER_NAME=you GIT_COMMITTER_EMAIL=you@example.org
  export GIT_CONFIG_COUNT=2 GIT_CONFIG_KEY_0=init.defaultBranch GIT_CONFIG_VALUE_0=main
  export GIT_CONFIG_KEY_1="url.$work/hone.insteadOf" GIT_CONFIG_VALUE_1=https://github.com/OWNER/hone
}

# Runs $work/script by a shell, in that shell's own copy of the folder.
run_in() (
  cd "$folder/$1" || exit 2
  in_clean_world
  export PATH="$work/tools/$1:$work/bin:$PATH"
  # By its own name bash is bash, and not the POSIX shell that it can be.
  if [ "$1" = bash ]; then exec bash "$work/script"; else exec sh "$work/script"; fi
) </dev/null 2>&1
