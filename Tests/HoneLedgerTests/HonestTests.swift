import HoneLedger
import Testing

/// What changes nothing that a bullet says is accepted.
@Suite struct HonestTests {
  @Test(arguments: [
    Proposal("Trained rankers on 4 GPUs", [.keep("Trained rankers on 4 GPUs")]),
    Proposal(
      "Responsible for training rankers", [.form("Trained", of: "training"), .keep(" rankers")],
      mends: ["weak.duty"]),
    Proposal(
      "Responsible for training and deploying rankers",
      [
        .form("Trained", of: "training"), .keep(" and "), .form("deployed", of: "deploying"),
        .keep(" rankers"),
      ], mends: ["weak.duty"]),
    Proposal(
      "Deployment of rankers to SageMaker",
      [.form("Deployed", of: "Deployment"), .keep(" rankers to SageMaker")]),
    Proposal("Trained an ML model", [.keep("Trained "), .words("a ", 0), .keep("ML model")]),
    Proposal("Trained rankers", [.keep("Trained rankers"), .words(", raising ", 1), .slot("metric", 1)]),
    Proposal(
      "Trained rankers",
      [.words("Improved ", 0), .slot("metric", 0), .words(" with ", 0), .keep("rankers")],
      standsFor: ["train"]),
    Proposal(
      "Trained rankers and the tagger",
      [.form("Rankers", of: "rankers"), .keep(" and the tagger"), .words(" by ", 0), .slot("metric", 0)],
      standsFor: ["train"]),
  ])
  func anHonestProposalPasses(_ proposal: Proposal) throws {
    #expect(try proposal.judged() == nil)
  }
}
