/// The shells that completions are made for.
///
/// A script knows nothing of the commands: it hands the typed words to `hone __complete` and offers what comes back. So a
/// new option, or a rule of a pack that was written this morning, is completed by a script that was installed long ago.
public enum Shell: String, Sendable, CaseIterable {
  case bash, zsh, fish

  /// The script that teaches the shell to complete `hone`.
  public var script: String {
    switch self {
    case .bash: Shell.bashScript
    case .zsh: Shell.zshScript
    case .fish: Shell.fishScript
    }
  }

  private static let bashScript = #"""
    # bash completion for hone. It asks hone itself what may stand at the cursor.
    #
    # Load it with:  source <(hone completions bash)
    # or keep it in: ~/.local/share/bash-completion/completions/hone

    _hone() {
        local current program word line value list found
        local -a words=()

        # bash cuts words at “=”; they are put together again. What stands behind the cursor plays no part.
        for word in "${COMP_WORDS[@]:1:COMP_CWORD}"; do
            if [[ ${#words[@]} -gt 0 && ( $word == =* || ${words[${#words[@]}-1]} == --*= ) ]]; then
                words[${#words[@]}-1]+=$word
            else
                words+=("$word")
            fi
        done
        # Quotes and backslashes are the shell's, not the word's.
        words=("${words[@]//[\"\'\\]/}")
        current=${words[${#words[@]}-1]}
        if [[ $current == --*=* ]]; then current=${current#*=}; fi

        program=${COMP_WORDS[0]/#\~/$HOME}
        type -P "$program" >/dev/null || program=hone

        COMPREPLY=()
        while IFS= read -r line; do
            if [[ $line == $'\tfiles'* ]]; then
                _hone_files "$current" "${line#$'\tfiles'}"
            elif [[ $line == $'\tfolders' ]]; then
                compopt -o filenames 2>/dev/null
                while IFS= read -r value; do COMPREPLY+=("$value"); done < <(compgen -d -- "$current")
            else
                value=${line%%$'\t'*}
                if [[ $value == "$current"* ]]; then COMPREPLY+=("$value"); fi
            fi
        done < <("$program" __complete "${words[@]}" 2>/dev/null)
    }

    # Files that begin with $1 and have one of the endings $2, each behind a tab; where there are none, all that begin so.
    _hone_files() {
        local file ending fits
        local -a all=() fitting=()
        while IFS= read -r file; do
            all+=("$file")
            fits=
            if [[ -z $2 || -d ${file/#\~/$HOME} ]]; then
                fits=1
            else
                for ending in ${2//$'\t'/ }; do
                    if [[ $file == *."$ending" ]]; then fits=1; fi
                done
            fi
            if [[ -n $fits ]]; then fitting+=("$file"); fi
        done < <(compgen -f -- "$1")
        if [[ ${#fitting[@]} -gt 0 ]]; then all=("${fitting[@]}"); fi
        if [[ ${#all[@]} -eq 0 ]]; then return; fi
        # Now readline quotes names and puts a slash behind folders.
        compopt -o filenames 2>/dev/null
        COMPREPLY+=("${all[@]}")
    }

    complete -F _hone hone

    """#

  private static let zshScript = #"""
    #compdef hone
    # zsh completion for hone. It asks hone itself what may stand at the cursor.
    #
    # Load it with:  source <(hone completions zsh)
    # or keep it as: _hone, in a folder of $fpath

    _hone() {
        local program line word
        local -a typed endings candidates
        local -i files=0 folders=0 ret=1

        program=${(Q)words[1]}
        program=${program/#\~/$HOME}
        whence -p -- "$program" >/dev/null || program=hone
        typed=("${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}")
        # The value of --option=value is completed by itself.
        if [[ $PREFIX == --*=* ]]; then compset -P 1 '*='; fi

        for line in "${(@f)$("$program" __complete "${typed[@]}" 2>/dev/null)}"; do
            case $line in
                ('') ;;
                ($'\t'files*) files=1; endings=("${(@ps:\t:)line#$'\t'files}") ;;
                ($'\t'folders) folders=1 ;;
                (*)
                    word=${line%%$'\t'*}
                    word=${word//:/\\:}
                    if [[ $line == *$'\t'* ]]; then word+=:${line#*$'\t'}; fi
                    candidates+=("$word") ;;
            esac
        done
        endings=("${(@)endings:#}")

        if (( $#candidates )); then _describe -V value candidates && ret=0; fi
        if (( files && $#endings )); then
            _files -g "*.(#i)(${(j:|:)endings})(-.)" && ret=0
        elif (( files )); then
            _files && ret=0
        fi
        if (( folders )); then _files -/ && ret=0; fi
        return ret
    }

    # A file in $fpath is the function's body when it is called first; a sourced one only declares it.
    if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
        _hone "$@"
    else
        compdef _hone hone
    fi

    """#

  private static let fishScript = #"""
    # fish completion for hone. It asks hone itself what may stand at the cursor.
    #
    # Load it with:  hone completions fish | source
    # or keep it in: ~/.config/fish/completions/hone.fish

    function __hone_complete
        set -l token (commandline -ct)
        set -l words (commandline -opc)
        set -l program $words[1]
        command -q -- $program; or set program hone
        set -e words[1]
        # The value of --option=value is completed by itself.
        set -l name (string match -r -- '^--[^=]+=' $token)
        for line in (command $program __complete $words "$token" 2>/dev/null)
            if string match -q -- \t'*' $line
                __hone_files "$name" (string replace -- "$name" '' $token) (string split -- \t $line)[2..-1]
            else
                printf '%s%s\n' "$name" $line
            end
        end
    end

    # Files that begin with a token, or folders alone; files of some endings where there are any. Each behind “--option=”.
    function __hone_files -a name token kind
        set -l pattern .
        if test $kind = folders
            set pattern '/$'
        else if set -q argv[4]
            set pattern '(?i)(?:/|\.(?:'(string escape --style=regex -- $argv[4..-1] | string join '|')'))$'
        end
        set -l all (__fish_complete_path $token | string replace -r '\t.*' '')
        set -l fitting (string match -r -- "^.*$pattern.*" $all)
        test $kind = files -a -z "$fitting"; and set fitting $all
        for file in $fitting
            printf '%s%s\n' "$name" $file
        end
    end

    complete -c hone -f -a '(__hone_complete)'

    """#
}
