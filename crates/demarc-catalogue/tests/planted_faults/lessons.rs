//! Lessons that do not hold, or do not fit on their screen.

use crate::{appended, planted};

/// The small cloud's lesson on halves, a piece of it changed.
fn changed(from: &str, to: &str, marked: &str, message: &str) -> String {
    planted("lessons.toml", from, to, marked, message).label
}

#[test]
fn what_a_lesson_names_exists() {
    changed(
        "deployment = \"vm\"",
        "deployment = \"vmm\"",
        "\"vmm\"",
        "there is no deployment `vmm`",
    );
    changed(
        "[\"vm\", \"fn.zip.auto\"]",
        "[\"vm\", \"fn.zip.auot\"]",
        "fn.zip.auot",
        "there is no deployment `fn.zip.auot`",
    );
    changed(
        "controls = [\"patching\"], on",
        "controls = [\"patching\", \"patchings\"], on",
        "patchings",
        "there is no control `patchings`",
    );
}

#[test]
fn a_question_rests_on_a_ruling_that_is_asked() {
    let label = changed(
        "deployment = \"vm\"\nduty = \"runtime.apply\"",
        "deployment = \"vm\"\nduty = \"guard\"",
        "\"guard\"",
        "`guard` is not asked of `vm`",
    );
    assert_eq!(label, "a provider-wide duty, asked on the provider's own entry");
}

#[test]
fn exactly_one_choice_is_right() {
    let right = "text = \"Patch management\"\nright = true\n";
    let marked = "prompt = \"Which control is shared?\"";
    changed(right, "text = \"Patch management\"\n", marked, "0 choices of this question are right");
    changed(
        "text = \"The door of the building\"\n",
        "text = \"The door of the building\"\nright = true\n",
        marked,
        "2 choices of this question are right",
    );
}

#[test]
fn a_question_has_choices_or_rests_on_a_ruling() {
    let rests = "deployment = \"vm\"\nduty = \"runtime.apply\"\n";
    let head = "[[lesson.question]]\nid = \"machine\"";
    let message = "a question has choices, or rests on a deployment and a duty";
    assert_eq!(changed(rests, "", head, message), "it has neither");
    let both = format!(
        "{rests}{}{}",
        "\n[[lesson.question.choice]]\ntext = \"You\"\nright = true\nwhy = \"Yes.\"\n",
        "\n[[lesson.question.choice]]\ntext = \"They\"\nwhy = \"No.\"\n"
    );
    assert_eq!(changed(rests, &both, head, message), "it has both");
}

#[test]
fn two_questions_of_a_lesson_and_two_lessons_have_ids_of_their_own() {
    changed(
        "id = \"kind\"\n",
        "id = \"machine\" # again\n",
        "\"machine\" # again",
        "the question `machine` is declared twice",
    );
    changed(
        "id = \"kinds\"\n",
        "id = \"halves\" # again\n",
        "\"halves\" # again",
        "the lesson `halves` is declared twice",
    );
}

#[test]
fn two_choices_and_two_titles_are_told_apart() {
    let alike = "nobody can tell these two apart";
    changed("\"The door of the building\"", "\"Patch management\"  ", "management\"  ", alike);
    changed("\"Kinds of controls\"", "\"One name, two duties\"  ", "duties\"  ", alike);
}

#[test]
fn a_lesson_has_three_to_five_points_and_two_to_four_questions() {
    let point = "[[lesson.point]]\nhead = \"The function\"\ntext = \"Its runtime comes with the service.\"\n";
    let label = changed(point, "", "id = \"halves\"", "the lesson `halves` has 2 points");
    assert_eq!(label, "3 to 5 fit on one screen");
    let question = "[[lesson.question]]\nid = \"machine\"\nprompt = \"Who brings the fix to the runtime on the machine?\"\ndeployment = \"vm\"\nduty = \"runtime.apply\"\n";
    changed(question, "", "id = \"halves\"", "the lesson `halves` has 1 questions");
}

#[test]
fn a_lesson_cites_what_it_rests_on() {
    changed(
        "cite = [{ source = \"model\", checked = 2026-11-01 }]\n\n[[lesson.point]]\nhead = \"The host\"",
        "\n[[lesson.point]]\nhead = \"The host\"",
        "[[lesson]]\nid = \"halves\"",
        "this lesson cites no source",
    );
    changed(
        "checked = 2026-11-01 }]\n\n[[lesson.point]]\nhead = \"The host\"",
        "checked = 2027-01-01 }]\n\n[[lesson.point]]\nhead = \"The host\"",
        "2027-01-01",
        "this source was read in the future: 2027-01-01",
    );
}

#[test]
fn a_lesson_fits_on_its_screen() {
    let text = "Its runtime comes with the service.";
    let label =
        changed(text, &format!("Its{}.", " long".repeat(44)), "Its", "this is too long to read");
    assert_eq!(label, "224 characters, at most 220");
    let head = "head = \"Inherited\"\ntext = \"Wholly the provider's.\"";
    let long = |count: usize| "a word or two ".repeat(count).trim_end().to_owned();
    let more = format!(
        "head = \"Inherited\"\ntext = \"{0}\"\n\n[[lesson.point]]\nhead = \"B\"\ntext = \"{0}\"\n\n[[lesson.point]]\nhead = \"C\"\ntext = \"{0}.\"",
        long(15)
    );
    let more = more.replacen("head = \"B\"", "head = \"Once more\"", 1);
    let label =
        changed(head, &more, "id = \"kinds\"", "the lesson `kinds` does not fit on one screen");
    assert!(label.ends_with("at most 700"), "{label}");
}

#[test]
fn a_picture_shows_one_kind_of_thing_and_has_room_for_it() {
    let pair = "picture = { deployments = [\"vm\", \"fn.zip.auto\"] }";
    changed(
        pair,
        "picture = { deployments = [\"vm\", \"vm\"] }",
        "picture = { deployments",
        "the picture of `halves` has no room for these",
    );
    changed(
        pair,
        "picture = { deployments = [\"vm\", \"fn.zip.auto\"], controls = [\"patching\"] }",
        "picture = { deployments",
        "a picture shows either deployments or controls",
    );
    changed(", on = \"vm\" }", " }", "picture = { controls", "this picture has no `on`");
}

#[test]
fn the_words_of_the_model_may_stand_in_lessons_and_nowhere_else() {
    // The small cloud's own lesson speaks of what is shared, and of the customer.
    appended(
        "questions.toml",
        "[[scenario]]\nid = \"planted\"\ntitle = \"T\"\ntopic = \"audit\"\ntext = \"A shared duty.\"\n[[scenario.verdict]]\ndeployment = \"vm\"\nduty = \"grant\"\nprompt = \"Who?\"\n[[scenario.verdict]]\ndeployment = \"vm\"\nduty = \"classify\"\nprompt = \"Who else?\"\n",
        "A shared duty.",
        "\"shared\" is no word for learners",
    );
    changed(
        "Its runtime comes with the service.",
        "Its {runtime} comes along.",
        "Its {runtime}",
        "`{runtime}` is not filled here",
    );
    changed(
        "Its runtime comes with the service.",
        "Its runtime\\u200b comes along.",
        "u200b",
        "`text` holds a character that nobody can see",
    );
}
