import HoneCore
import HoneEngine
import HoneLedger
import HoneTestSupport
import Testing

/// A rewrite that lies is refused, whoever made it.
@Suite struct LieTests {
  @Test(arguments: [
    Proposal("Trained rankers", [.claim("Shipped rankers", where: "Trained rankers")]),
    Proposal("Trained rankers", [.claim("trained", where: "Trained"), .keep(" rankers")]),
    Proposal("Cut cost by 14%", [.keep("Cut cost by "), .claim("41%", where: "14%")]),
  ])
  func whatIsSaidToBeKeptMustStandThere(_ proposal: Proposal) throws {
    guard case .notKept = try proposal.judged() else {
      Issue.record("not refused as “not kept”")
      return
    }
  }

  @Test(arguments: [
    Proposal("Helped rankers", [.form("Built", of: "Helped"), .keep(" rankers")]),
    Proposal("Trained rankers", [.form("Trainee", of: "Trained"), .keep(" rankers")]),
    Proposal("Trained 4 rankers", [.keep("Trained "), .form("5", of: "4"), .keep(" rankers")]),
  ])
  func aFormMustBeAFormOfItsWord(_ proposal: Proposal) throws {
    guard case .notAForm = try proposal.judged() else {
      Issue.record("not refused as “no form”")
      return
    }
  }

  @Test(arguments: [
    Proposal("Trained rankers", [.keep("Trained rankers"), .words(" successfully", 0)]),
    Proposal("Trained rankers", [.keep("Trained "), .words("neural ", 0), .keep("rankers")]),
    Proposal("Trained rankers", [.keep("Trained rankers"), .words(" by 14%", 0)]),
    Proposal("Trained rankers", [.keep("Trained rankers"), .words(" by 14 ", 1), .slot("metric", 1)]),
    Proposal(
      "Trained rankers", [.keep("Trained rankers"), .words(" in PyTorch at ", 1), .slot("latency", 1)]),
    Proposal(
      "Trained rankers",
      [.keep("Trained rankers"), .words(" on production data", 2), .words(" by ", 1), .slot("gain", 1)]),
    Proposal("Utilized rankers", [.words("Used", 0), .keep(" rankers")]),
    Proposal("Trained rankers", [.keep("Trained rankers"), .words(" x１４", 0)]),
  ])
  func aWordOrNumberThatStandsNowhereIsInvented(_ proposal: Proposal) throws {
    guard case .invented = try proposal.judged() else {
      Issue.record("not refused as “invented”")
      return
    }
  }

  /// Lies inside a clause that holds a slot, where the grammar's words are free.
  @Test(arguments: [
    Proposal("Trained rankers", [.keep("Trained rankers"), .words(", tripling ", 1), .slot("metric", 1)]),
    Proposal(
      "Trained rankers",
      [.keep("Trained rankers"), .words(" for two million users at ", 1), .slot("latency", 1)]),
    Proposal(
      "Trained rankers", [.keep("Trained rankers"), .words(", by １４ points of ", 1), .slot("metric", 1)]),
    Proposal(
      "Trained rankers",
      [.keep("Trained rankers"), .words(" as a random forest with ", 1), .slot("metric", 1)]),
    Proposal(
      "Trained rankers", [.keep("Trained rankers"), .words(" for Google with ", 1), .slot("metric", 1)]),
    Proposal(
      "Trained rankers",
      [.keep("Trained rankers"), .words(", see https://example.org for ", 1), .slot("metric", 1)]),
  ])
  func aClauseWithASlotInventsNoFactEither(_ proposal: Proposal) throws {
    #expect(try proposal.judged() != nil)
  }

  @Test(arguments: [
    Proposal("Trained rankers", [.keep("Trained rankers"), .fakeSlot(" by 14%", 1)]),
    Proposal("Trained rankers", [.keep("Trained rankers"), .fakeSlot(" at Google", 1)]),
  ])
  func aSlotIsSpelledAsASlot(_ proposal: Proposal) throws {
    #expect(try proposal.judged() != nil)
  }

  @Test(arguments: [
    Proposal("Trained 4 rankers", [.keep("Trained "), .keep("rankers")]),
    Proposal("Trained rankers in PyTorch", [.keep("Trained rankers")]),
    Proposal("Cut cost by 14% for Acme", [.keep("Cut cost by 14%")]),
    Proposal("Wrote https://example.org/a for rankers", [.keep("Wrote "), .keep("rankers")]),
    Proposal("Trained BERT rankers", [.keep("Trained "), .slot("architecture", 0), .keep(" rankers")]),
    Proposal("Halved the cost of rankers", [.form("Cost", of: "cost"), .keep(" of rankers")]),
  ])
  func aFactIsNotLost(_ proposal: Proposal) throws {
    guard case .lostFact = try proposal.judged() else {
      Issue.record("not refused as “lost fact”")
      return
    }
  }

  @Test(arguments: [
    Proposal(
      "Cut p99 by 30 ms on 14 servers",
      [.keep("Cut p99 by "), .keep("14 servers"), .words(" on ", 0), .keep("30 ms")]),
    Proposal(
      "Ran 3 jobs for 9 teams", [.keep("Ran "), .keep("9 teams"), .words(" for ", 0), .keep("3 jobs")]),
  ])
  func twoMetricsOfOneClauseDoNotChangePlaces(_ proposal: Proposal) throws {
    guard case .swapped = try proposal.judged() else {
      Issue.record("not refused as “swapped”")
      return
    }
  }

  @Test(arguments: [
    Proposal("Ran 3 jobs", [.keep("Ran 3 jobs"), .words(" and ", 0), .keep("3 jobs")]),
    Proposal("Cut cost by 14%", [.keep("Cut cost by 14%"), .words(" by ", 0), .keep("14%")]),
  ])
  func aNumberIsNotSaidTwice(_ proposal: Proposal) throws {
    guard case .repeated = try proposal.judged() else {
      Issue.record("not refused as “repeated”")
      return
    }
  }

  @Test func aPieceThatPointsBehindTheBulletIsRefused() throws {
    let engine = Engine(Grammars.builtIn)
    let base = try engine.analyze("Ran jobs")
    for range in [0..<40, 8..<9] {
      let pieces = [Piece("Ran jobs", .kept(range))]
      #expect(Ledger(engine).violation(of: pieces, against: base, mends: []) == .notKept("Ran jobs"))
    }
  }

  @Test(arguments: [
    Proposal("Trained rankers for the shop", [.keep("Trained rankers")]),
    Proposal("Trained and evaluated rankers", [.keep("Trained "), .keep("rankers")]),
    Proposal("Responsible for training rankers", [.form("Trained", of: "training"), .keep(" rankers")]),
    Proposal(
      "Evaluated rankers",
      [.words("Improved ", 0), .slot("metric", 0), .words(" with ", 0), .keep("rankers")],
      standsFor: ["train"]),
    Proposal("Trained rankers", [.keep("rankers")], standsFor: ["train"]),
  ])
  func aWordOutsideWhatIsMendedIsNotLost(_ proposal: Proposal) throws {
    #expect(try proposal.judged() != nil)
  }

  @Test(arguments: [
    ("Helped to train rankers", "Helped"), ("Trained rankers in a prototype", "prototype"),
    ("Trained rankers, not yet live", "not"),
    ("Nearly halved the cost of rankers", "Nearly"), ("Trained rankers with the team", "team"),
    ("Assisted in training rankers", "Assisted"),
    ("Was tasked with training rankers", "tasked"), ("Trained rankers for only one shop", "only"),
    ("Contributed to training rankers", "Contributed"),
    ("Trained rankers under supervision", "supervision"), ("Tried to train rankers", "Tried"),
    ("Trained rankers, partly in Java", "partly"),
  ])
  func aWordThatLimitsAClaimIsNotDropped(_ bullet: String, _ limit: String) throws {
    let at = try #require(bullet.firstRange(of: limit))
    let before = String(bullet[..<at.lowerBound])
    let after = String(bullet[at.upperBound...])
    let parts = [before, after].filter { !$0.isEmpty }.map(Proposal.Part.keep)
    #expect(try Proposal(bullet, parts).judged() != nil)
    // Not even where a rule would let it go.
    let weak = Set(try Proposal(bullet, []).findings())
    #expect(try Proposal(bullet, parts, mends: weak).judged() != nil)
  }
}
