/// Makes up bullets in the manner of real ones, weak and strong, well and badly punctuated.
package struct BulletGenerator {
  private var random: SeededRandom

  /// A generator for a test.
  package init(for name: String) {
    random = SeededRandom(for: name)
  }

  /// So many bullets.
  package static func bullets(_ count: Int, for name: String) -> [String] {
    var generator = BulletGenerator(for: name)
    return (0..<count).map { _ in generator.next() }
  }

  /// The next bullet.
  package mutating func next() -> String {
    var text = random.chance(12) ? random.pick(Words.labels) : ""
    text += random.chance(12) ? passive() : act()
    if random.chance(20) {
      text += random.pick([" and ", ", ", ", and ", "; "]) + random.pick(Words.secondActs)
    }
    if random.chance(35) { text += random.pick(Words.metrics) }
    if random.chance(15) { text += random.pick(Words.hedges) }
    if random.chance(15) { text += random.pick(Words.tails) }
    if random.chance(10) { text += ". " + act() }
    return text + random.pick(["", "", ".", ".", ";", " .", "!"])
  }

  private mutating func act() -> String {
    let (opener, form) = random.pick(Words.openers)
    var verbs = form.flatMap { random.pick(Words.verbs)[$0] } ?? ""
    if let form, random.chance(15) { verbs += " and " + (random.pick(Words.verbs)[form] ?? "") }
    var text = opener + verbs
    if opener.isEmpty { text = text.prefix(1).uppercased() + text.dropFirst() }
    if random.chance(10) {
      text = random.pick(Words.adverbs) + " " + text.prefix(1).lowercased() + text.dropFirst()
    }
    return text.isEmpty || text.hasSuffix(" ") ? text + object() : text + " " + object()
  }

  private mutating func passive() -> String {
    let noun = random.pick([
      "A churn model", "Deep learning models", "The pipeline", "Deployment of models", "An ETL job",
    ])
    let verb = random.pick([
      " was developed", " were trained and deployed", " was built by the team", " to SageMaker",
    ])
    return noun + verb
  }

  private mutating func object() -> String {
    var text = random.chance(25) ? random.pick(Words.fillers) + " " : ""
    text += random.pick(Words.objects)
    if random.chance(40) { text += random.pick(Words.tasks) }
    if random.chance(40) { text += random.pick(Words.tools) }
    return text
  }
}

/// The forms of a verb that an opener asks for.
private enum Form {
  case base, past, ing
}

private enum Words {
  static let labels = [
    "Search ranking: ", "Fraud – ", "ML platform (2021): ", "Responsible AI: ", "NLP, 2019: ", "Phase I: ",
  ]

  static let openers: [(String, Form?)] = [
    ("", .past), ("", .past), ("", .past), ("", .ing), ("Responsible for ", .ing),
    ("Was responsible for ", .ing),
    ("Duties included ", .ing), ("Tasked with ", .ing), ("In charge of ", .ing), ("Helped ", .base),
    ("Helped to ", .base),
    ("Assisted in ", .ing), ("Contributed to ", .ing), ("Contributed to ", nil), ("Worked on ", .ing),
    ("Worked on ", nil),
    ("Used PyTorch to ", .base), ("Leveraged Spark to ", .base), ("Utilized AWS to ", .base),
    ("Involved in ", .ing),
    ("Participated in ", .ing), ("Part of a team that ", .past), ("I ", .past), ("We ", .past),
    ("Successfully ", .past),
    ("Tried to ", .base), ("Prototyped and ", .past), ("Handled ", nil), ("Familiar with ", nil),
    ("Did ", nil),
    ("My ", nil), ("Responsible for ", nil), ("- ", .past),
  ]

  static let verbs: [[Form: String]] = [
    ("train", "trained", "training"), ("build", "built", "building"), ("deploy", "deployed", "deploying"),
    ("fine-tune", "fine-tuned", "fine-tuning"), ("write", "wrote", "writing"),
    ("improve", "improved", "improving"),
    ("optimize", "optimized", "optimizing"), ("lead", "led", "leading"), ("reduce", "reduced", "reducing"),
    ("serve", "served", "serving"), ("clean", "cleaned", "cleaning"), ("evaluate", "evaluated", "evaluating"),
    ("ship", "shipped", "shipping"), ("run", "ran", "running"), ("maintain", "maintained", "maintaining"),
  ].map { [.base: $0.0, .past: $0.1, .ing: $0.2] }

  static let adverbs = ["Successfully", "Effectively", "Also", "Mainly", "Partly", "Nearly", "Not"]

  static let fillers = [
    "various", "several", "multiple", "cutting-edge", "robust and scalable", "innovative", "large",
    "state-of-the-art",
    "advanced", "impactful",
  ]

  static let objects = [
    "machine learning models", "a deep learning model", "an AI algorithm", "models", "a classifier",
    "an XGBoost classifier",
    "the feature pipeline", "a real-time inference service", "dashboards", "datasets", "search rankers",
    "ResNet-50 and LSTM models",
    "two-tower retrieval", "the ETL", "an LLM chatbot", "YOLOv5 on 4 GPUs", "a robust loss",
    "dynamic batching for Triton",
    "the model registry", "regression tests", "NLP models (BERT, LSTM)", "the C++ and .NET services",
    "an A/B test", "GPUs",
    "a paper", "US traffic forecasts", "predictive models", "the “hub” service", "data from 12 sources",
    "memory bandwidth use",
  ]

  static let tasks = [
    " for churn", " for product search", " of support tickets", " for fraud detection in card payments",
    " for the web team",
    " to recommend recipes", " for 3 markets",
  ]

  static let tools = [
    " using PyTorch", " using PyTorch and Spark", " in C++", " with AWS SageMaker", " on Kubernetes",
    " in Python 3",
    " using Python, Pandas, NumPy, SQL and AWS", " with scikit-learn", " via a REST API", " on 8 A100 GPUs",
  ]

  static let secondActs = [
    "deployed it to production", "wrote the docs", "monitoring drift", "training 2 interns",
    "evaluation of results",
    "reduced its cost", "presented at NeurIPS 2022", "led a team of 4", "significantly improving accuracy",
  ]

  static let metrics = [
    " by 14%", " from 120 ms to 45 ms", ", serving 25M+ users", ", 3× faster", " saving $2M a year",
    " at 99.9% uptime",
    " with p99 under 50 ms", ", improving accuracy by 20%", " to 1,000 RPS", " (+6.3 %)", ", halving latency",
    " to 100%",
    ", raising F1 from 0.71 to 0.84",
  ]

  static let hedges = [
    ", in a prototype only", " as part of a team", ", not yet in production", " for nearly all users",
    ", up to a point",
    " with help from two colleagues", ", under supervision", " in about half the cases",
  ]

  static let tails = [
    " in order to speed up training", ", resulting in better results", " (https://example.org/a_b?c=1)",
    " e.g. BERT",
    " – see github.com/example/repo", ", etc.", " \"in the wild\"", " [1]", " [metric]", " – internal",
    " to utilize best practices",
    ", significantly reducing costs", " on various teams' requests",
  ]
}
