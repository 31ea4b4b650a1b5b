// What the library speaks of stands in the rooms below it. Whoever imports Hone has these types by name, and need not know
// in which room each is; whatever else the rooms share among themselves stays there.

// Bullets: what was found, and what would be stronger.
@_exported public import struct HoneCore.Edit
@_exported public import struct HoneCore.Fact
@_exported public import struct HoneCore.Finding
@_exported public import enum HoneCore.Level
@_exported public import struct HoneCore.Piece
@_exported public import struct HoneCore.Rewrite
@_exported public import struct HoneCore.SlotAnswers
@_exported public import struct HoneCore.SlotPlace
@_exported public import struct HoneCore.SlotRequest
@_exported public import enum HoneCore.Tier
// Files: their bullets, and the way back to their bytes.
@_exported public import struct HoneDocument.Document
@_exported public import struct HoneDocument.DocumentError
@_exported public import enum HoneDocument.DocumentItem
@_exported public import enum HoneDocument.Format
@_exported public import struct HoneDocument.FormatGrammar
@_exported public import enum HoneDocument.FormatGuess
@_exported public import struct HoneDocument.LineIndex
@_exported public import struct HoneDocument.Note
@_exported public import struct HoneDocument.PlainReader
@_exported public import struct HoneDocument.Rewritten
@_exported public import struct HoneDocument.Section
@_exported public import struct HoneDocument.SourceBullet
// Grammars: ours, and one of your own.
@_exported public import class HoneEngine.Analysis
@_exported public import class HoneEngine.Engine
@_exported public import enum HoneEngine.EngineError
@_exported public import class HoneEngine.MachineCode
// What the writer answered.
@_exported public import struct HoneFacts.AnswerCheck
@_exported public import enum HoneFacts.AnswerDoubt
@_exported public import struct HoneFacts.FactEntry
@_exported public import struct HoneFacts.FactsFile
@_exported public import struct HoneGrammar.Grammar
@_exported public import struct HoneGrammar.GrammarErrors
@_exported public import struct HoneGrammar.GrammarLoader
@_exported public import struct HoneGrammar.GrammarProblem
@_exported public import struct HoneGrammar.PackSource
// Reports.
@_exported public import struct HoneReport.BulletRecord
@_exported public import struct HoneReport.ChosenRewrite
@_exported public import enum HoneReport.GitHubAnnotations
@_exported public import struct HoneReport.HumanText
@_exported public import enum HoneReport.JSONLines
@_exported public import struct HoneReport.RecordError
@_exported public import struct HoneReport.SARIF
@_exported public import enum HoneReport.TabSeparated
@_exported public import struct HoneReport.UnifiedDiff
