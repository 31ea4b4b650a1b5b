import HoneCore
import HoneDocument
import HoneTestSupport
import Testing

/// LaTeX: what is a bullet, what rules see of it, and how it is changed.
@Suite struct LaTeXTests {
  private func read(_ source: String) throws -> Document { try Document.read(Array(source.utf8), as: .latex) }

  private func texts(_ source: String) throws -> [String] {
    try read(source).bullets.filter(\.isLive).map { String(decoding: $0.text, as: UTF8.self) }
  }

  /// What a bullet shows whose source this is.
  private func shown(_ source: String) throws -> [String] { try texts("\\item \(source)\n") }

  /// Awesome-CV has braces around each item, be it as short as a title.
  @Test func anItemInBracesIsNoTitle() throws {
    #expect(try shown("{Maintained the CI pipelines}") == ["Maintained the CI pipelines"])
    #expect(try shown("{Acme Corp}") == [])
    #expect(try shown(#"{\bf Led the team}"#) == [])
  }

  // MARK: - Inline

  @Test(arguments: [
    (
      ##"Cut cost by 5\% \& time by 3\,h in a\_b \#1 for \$2 \{x\}"##,
      "Cut cost by 5% & time by 3 h in a_b #1 for $2 {x}"
    ),
    (#"Ran 10--20 jobs --- ``big'' ones~all"#, "Ran 10–20 jobs — “big” ones all"),
    (
      #"Ran \textbf{$\sim$50K jobs} on 4$\times$ A100 in {\bf one} {\em go}"#,
      "Ran ~50K jobs on 4× A100 in one go"
    ),
    (#"Spent $\sim\$$1.5 \% of the budget"#, "Spent ~$1.5 % of the budget"),
    (#"Fitted $x^2$ and $n \leq 3$ with \verb|a_b| by \(k\)"#, "Fitted x^2 and n ≤ 3 with a_b by k"),
    (
      #"Met Zolt\'an, Nov\'{a}k, Bj\"{o}rn, \v{C}ech, \c cedilla, na\"{\i}ve \ss, \O re"#,
      "Met Zoltán, Novák, Björn, Čech, çedilla, naïve ß, Øre"
    ),
    (
      #"Read \href{https://e.org/a_b\%c}{\underline{the docs}}\footnote{all}\cite{a} of \textcolor{red}{it}"#,
      "Read the docs of it"
    ),
    (#"Used \faGithub\ \LaTeX{} and \LaTeX\ for \url{e.org/a_b}"#, "Used  LaTeX and LaTeX for e.org/a_b"),
    (
      #"Ran \href{https://e.org/a%20b}{it}, \href[p]{x%y}{that} for \url{e.org/c%20d} % or \url{e%f}"#,
      "Ran it, that for e.org/c%20d"
    ),
    (#"Suc\-cess\-fully shelf\/ful of R\&D\@."#, "Successfully shelfful of R&D."),
    ("Wrote this % no more\n  and that%\n   too", "Wrote this and thattoo"),
    (#"Wrote one\\ two \newline{} three \\[2pt]"#, "Wrote one two three"),
  ])
  func markupIsResolved(_ source: String, _ text: String) throws {
    #expect(try shown(source) == [text])
  }

  // MARK: - Carriers

  @Test(arguments: [
    (#"\resumeItem{Built one}"#, ["Built one"]),
    (#"\resumeItem{Title}{Built two}"#, ["Built two"]),
    ("\\resumeItem{Title}\n  {Built three}", ["Built three"]),
    (
      #"\newcommand{\resumeItem}[1]{\item\small{{#1 \vspace{-2pt}}}}\resumeItem{Built four}{\bf x}"#,
      ["Built four"]
    ),
    (#"\newcommand\deed[2]{\item[#1] #2}\deed{2020}{Built five}"#, ["Built five"]),
    (#"\def\did#1{\deed{#1}}\newcommand{\deed}[1]{\item #1}\did{Built six}"#, ["Built six"]),
    (#"\NewDocumentCommand{\deed}{s O{} m}{\item #3}\deed[x]{Built seven}"#, ["Built seven"]),
    (
      #"\newcommand{\three}[3]{\begin{itemize}\item #1\item #2\item #3\end{itemize}}\three{Did it}{Did b}{Did c}"#,
      ["Did it", "Did b", "Did c"]
    ),
    (#"\newcommand{\deed}{\item[$\ast$]}\deed Built nine"#, ["Built nine"]),
    (#"\newcommand{\deed}[1]{\textbullet\ #1\\}\deed{Built eight}"#, ["Built eight"]),
    (#"\newcommand{\job}[2]{\item \textbf{#1} \hfill #2}\job{Engineer of things}{2020}"#, []),
    (#"\newcommand{\job}[2]{\item\begin{tabular}{lr}#1 & #2\end{tabular}}\job{Engineer of it}{2020}"#, []),
    (
      "\\item Did one \\item Did two\n\\item[--] Did three \\end{itemize} and more",
      ["Did one", "Did two", "Did three"]
    ),
    (#"\small{\item{\textbf{Languages}{: Python, Go} \\ \textbf{Tools}{: Git, Bash}}}"#, []),
    (
      #"\item \textbf{Acme Corp} \hfill 2019--2020 \\ Built the search of a shop with 40M products."#,
      ["Built the search of a shop with 40M products."]
    ),
    (#"\item[] \textbf{Sub-heading} \hfill 2018"#, []),
    (
      "• Built one \\\\\n•\\\\\n\\textbullet{} Built two \\newline\n$\\bullet$ Built three",
      ["Built one", "Built two", "Built three"]
    ),
    (#"-- Built one thing \\ -- Present \\ – Built another \\"#, ["Built one thing", "Built another"]),
    (#"Poker • Climbing • Bread"#, []),
    (
      #"\cventry{2020}{Engineer}{Acme}{Oslo}{}{Built the search of a shop.\newline{}Cut its cost by a third.}"#,
      ["Built the search of a shop.", "Cut its cost by a third."]
    ),
    (#"\cvskill{Speech}{Built of Kaldi and of the others.}\cvhonor{A}{B}{C}{D}"#, []),
  ])
  func aBulletIsKnownByWhatCarriesIt(_ source: String, _ bullets: [String]) throws {
    #expect(try texts(source) == bullets)
  }

  @Test func aParentAndItsChildrenAreBulletsOfTheirOwn() throws {
    let source =
      #"\begin{itemize}\item Set up retraining:\begin{itemize}\item Wrote checks\end{itemize}\item Led it\end{itemize}"#
    #expect(try texts(source) == ["Set up retraining:", "Wrote checks", "Led it"])
  }

  @Test func linesOfAnItemAreBulletsWhereEachIsASentence() throws {
    let lines =
      #"\small{\item{{Cut the cost of all of it by half.}\vspace{2pt}\\[2pt] {Led a team of four to do it}}}"#
    #expect(try texts(lines) == ["Cut the cost of all of it by half.", "Led a team of four to do it"])
    #expect(try texts(#"\item Wrote one thing \\ and another"#) == ["Wrote one thing and another"])
  }

  @Test func whatIsDeadIsNoBullet() throws {
    let source = #"""
      \newcommand{\deed}[1]{\item This is the body of a macro #1}
      % \item Commented out
      \iffalse \item Never read \ifx a b \fi \else \item Read after all \fi
      \begin{verbatim}\item Shown as code\end{verbatim}
      \begin{comment}\item Left out\end{comment}
      \verb|\item x|
      50\% \item Lived on % \item not this
      """#
    #expect(try texts(source) == ["Read after all", "Lived on"])
  }

  // MARK: - Sections

  @Test(arguments: [
    #"\section{Experience}"#, #"\section*{Work \\ Experience}"#, #"\cvsection[side]{Experience}"#,
    #"\section{\faSuitcase\ Experience}"#, #"\begin{rSection}{Experience}"#, #"\roottitle{Experience}"#,
    "\\mysect{Experience}\n", #"\newcommand{\h}[1]{{\large #1}\par\hrule}\h{Experience}"#,
    #"{\Large\bf Experience}\\"#,
  ])
  func headingsAreKnownInManyManners(_ heading: String) throws {
    let source = "\\section{Skills}\n\\item Fond of tools\n"
    let document = try read("\(heading)\n\\item Trained models\n\(source)")
    #expect(document.bullets.map(\.isLive) == [true, false])
    #expect(document.bullets.first?.section?.heading.contains("Experience") == true)
  }

  @Test(arguments: [
    ("Academic Projects", true), ("Software Engineering Experience", true), ("Personal Projects", true),
    ("Software", false), ("Course Work", false), ("Personal Information", false),
  ])
  func adjectivesTellASectionOnlyWhereNoNounDoes(_ heading: String, _ isLive: Bool) throws {
    let document = try read("\\section{\\mystyle \(heading)}\n\\item Trained models of all\n")
    #expect(document.bullets.map(\.isLive) == [isLive])
    #expect(document.bullets.first?.section?.heading == heading)
  }

  @Test func anItemMayBeAHeadingWhereThereAreNoOthers() throws {
    let source =
      #"\item \textbf{\large Experience}\item Trained models\item \textbf{Skills}\item Fond of tools"#
    #expect(try texts(source) == ["Trained models"])
  }

  @Test func departmentsAreNoSections() throws {
    let source = #"\section{Experience}\subsection{Software Engineering}\item Trained models"#
    #expect(try texts(source) == ["Trained models"])
  }

  @Test func proseCountsWhereWorkIsTold() throws {
    let prose = "Worked on a fraud model over card payments, which caught more fraud at the same load."
    #expect(try texts("\\section{Experience}\n\\location{2016 | Oslo}\n\(prose)\n") == [prose])
    #expect(try texts("\\section{Education}\n\(prose)\n").isEmpty)
    #expect(try texts(prose).isEmpty)
  }

  @Test func aFragmentUsesTheMacrosOfTheFileThatTakesItIn() throws {
    let main =
      #"\newcommand{\deed}[2]{\item \textbf{#1} #2}\newcommand{\Cpp}{C++}\newcommand{\sect}[1]{\section{#1}}"#
    let fragment = Array(
      #"\sect{Skills}\deed{x}{Fond of tools}\sect{Work}\deed{Search}{Wrote \Cpp{} code}"#.utf8)
    let grammar = FormatGrammar.builtIn.learning(fromLaTeX: Array(main.utf8))
    let bullets = try Document.read(fragment, as: .latex, grammar).bullets.filter(\.isLive)
    #expect(bullets.map { String(decoding: $0.text, as: UTF8.self) } == ["Wrote C++ code"])
    #expect(bullets.first?.section?.heading == "Work")
  }

  // MARK: - Changes

  private func changed(_ source: String, _ pieces: [Piece]) throws -> String? {
    let document = try read(source)
    let rewrite = Rewrite(pieces: pieces, tier: .safe, template: Rewrite.inPlace, mends: [], slots: [])
    let result = try document.rewriting([0: rewrite])
    return result.refused.isEmpty ? String(decoding: result.bytes, as: UTF8.self) : nil
  }

  @Test func keptWordsKeepTheirMarkupAndNewOnesAreEscaped() throws {
    let source = "\\item {Helped \\textbf{cut} cost \\& time} % kept\n"
    let text = "Helped cut cost & time"
    let pieces = [
      Piece("Saw 50% of R&D and", .grammar), Piece(String(text.dropFirst(6)), .kept(6..<text.utf8.count)),
    ]
    #expect(
      try changed(source, pieces) == "\\item {Saw 50\\% of R\\&D and \\textbf{cut} cost \\& time} % kept\n")
  }

  @Test func aFormulaIsNeverDropped() throws {
    #expect(try changed("\\item Fitted $x^2$ to all\n", [Piece("Fitted all", .grammar)]) == nil)
  }
}
