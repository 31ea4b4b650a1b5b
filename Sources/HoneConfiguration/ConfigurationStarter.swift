extension Configuration {
  /// A file to begin from: every key in a comment, with a line of why. A key is in force once its `#` is gone.
  public static let starter = """
    # What hone is to do otherwise in this folder and below it. A key is in force once the # before it is gone.
    # `hone config` shows what is in force, and from where. This file holds alone: nothing is taken from one further up.

    # The grammar: a built-in pack, the path of a pack of your own, or several, each read on top of the last.
    #grammar: ml-engineer

    # Rules, or whole kinds of them: off, or the level to report them at. `hone rules` lists both.
    #rules: {filler.adverb: off, too-long: question, vague-model: error}

    # Words that hone must not flag, words that its lists lack, and words that they should not have.
    #words: {allow: [robust, state-of-the-art], add: {tool: [Frobnicator]}, drop: {tool: [Excel]}}

    # How a missing fact is written; {name} is what is missing. Left out: [name] in plain text, TODO(hone:name) in files.
    #slots: '<<{name}>>'

    # How hone tells a deed: past (Trained rankers) or present (Train rankers).
    #tense: present

    # What `hone suggest` shows and fails on where the command line does not say.
    #limit: 3
    #level: question
    #questions: one
    #fail-on: warning

    # What your résumé has and hone does not know: a macro, a key, a heading. See docs/formats.md.
    #formats: {sections: {kinds: {skills: [toolbox]}}}

    """
}
