import Hone
import HoneCore
import HoneTestSupport
import Testing

/// What other tools did to people's bullets: hone does none of it.
@Suite struct WhatOthersBrokeTests {
  private static func safe(_ bullet: String) throws -> String {
    try Hone(Grammars.builtIn).safeRewrite(bullet)?.text ?? bullet
  }

  private static func best(_ bullet: String) throws -> String {
    try Hone(Grammars.builtIn).advise(bullet, limit: 1).best?.text ?? bullet
  }

  @Test(arguments: [
    ("wordsInsideWordsAreNotReplaced", "Ranked candidates for 40 recruiters with BM25"),
    ("dynamicBatchingKeepsItsName", "Added dynamic batching to Triton, 3.1x the throughput"),
    ("memoryBandwidthKeepsItsName", "Raised memory bandwidth use from 41% to 78% of peak"),
    ("robustnessIsAMeasure", "Measured robustness of the detector under 15 corruptions"),
    ("dashesBetweenYearsStay", "Ran the lab's cluster (96 nodes), 2016 -- 2018"),
    ("doubleHyphensOfFlagsStay", "Wired pytest --cov into CI for 40 repositories"),
    ("acronymsKeepTheirCapitals", "Moved 14 services to AWS, saving $11k a month"),
    ("aTitleIsNoHedge", "Taught 120 students a term as Assistant Professor"),
    ("activeWithoutIIsNotPassive", "Cut checkout errors by 18% in two releases"),
    ("namesOfStacksAreNoRepetition", "Built a Spark job on Spark 3 that feeds 12 Spark tables"),
    ("thePresentOfACurrentRoleStays", "Runs the on-call rota for 14 services"),
  ])
  func theBulletComesBackAsItWas(_ name: String, _ bullet: String) throws {
    #expect(try WhatOthersBrokeTests.best(bullet) == bullet, "\(name)")
  }

  @Test func responsibleForDeployingBecomesDeployed() throws {
    #expect(
      try WhatOthersBrokeTests.safe("Was responsible for deploying 14 services") == "Deployed 14 services")
  }

  @Test func responsibleForManagingBecomesManaged() throws {
    #expect(try WhatOthersBrokeTests.safe("Responsible for managing a team of 4") == "Managed a team of 4")
  }

  @Test(arguments: ["Trained machine learning models.", "Built a churn model", "Reduced training time"])
  func noFigureIsAppended(_ bullet: String) throws {
    #expect(try !WhatOthersBrokeTests.best(bullet).contains(where: \.isNumber))
  }

  @Test(arguments: ["Fine-tuned YOLOv3 on S3 data with Python 3 in 2019", "Ported ResNet-50 to CUDA 11"])
  func aDigitInANameIsNoMetric(_ bullet: String) throws {
    let findings = try Hone(Grammars.builtIn).advise(bullet, limit: 0).findings
    #expect(findings.contains { $0.kind == "missing-metric" })
  }

  @Test(arguments: [
    "Cut cost by 40 %", "Served 1,000 users", "Made it 3× faster for all", "Won three awards",
    "Served ٤٠ users",
  ])
  func aMetricIsSeenHoweverItIsWritten(_ bullet: String) throws {
    let findings = try Hone(Grammars.builtIn).advise(bullet, limit: 0).findings
    #expect(!findings.contains { $0.kind == "missing-metric" })
  }

  @Test func theAnswerIsTheSameOnEachRun() throws {
    let bullet = "Responsible for training ML models on multiple GPUs in order to improve search"
    let answers = try (0..<5).map { _ in try WhatOthersBrokeTests.best(bullet) }
    #expect(Set(answers).count == 1)
  }
}
