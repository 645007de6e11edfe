//! Texts that nobody should read, and sources that nobody can open.

use crate::{help, planted};

const WHY: &str = "{os} came with the image you built.";

/// Plants a reason of the small cloud's rule on images.
fn reason(to: &str, message: &str) -> demarc_catalogue::Problem {
    planted("services/fn.toml", WHY, to, to, message)
}

#[test]
fn a_character_that_nobody_can_see_is_found() {
    let message = "`why` holds a character that nobody can see";
    assert_eq!(reason("A bell\\u0007.", message).label, "U+0007");
    assert_eq!(reason("Turned \u{202e}round.", message).label, "U+202E");
    assert_eq!(reason("No\u{200b}width.", message).label, "U+200B");
    assert_eq!(reason("A mark\u{feff}.", message).label, "U+FEFF");
}

#[test]
fn an_address_that_is_not_https_is_found() {
    for url in
        ["http://nimbus.example/functions", "nimbus.example", "https://", "https://a b.example"]
    {
        planted(
            "services/fn.toml",
            "https://nimbus.example/functions/runtimes",
            url,
            "url = ",
            "the source `fn-runtimes` has no https address",
        );
    }
}

#[test]
fn a_source_read_in_the_future_is_found() {
    let problem = planted(
        "services/fn.toml",
        "built.\"\ncite = [{ source = \"fn-runtimes\", checked = 2026-11-20 }]",
        "built.\"\ncite = [{ source = \"fn-runtimes\", checked = 2026-11-25 }]",
        "2026-11-25",
        "this source was read in the future: 2026-11-25",
    );
    assert_eq!(problem.label, "today is 2026-11-24");
}

#[test]
fn a_source_that_there_is_not_is_found() {
    let problem = planted(
        "services/fn.toml",
        "built.\"\ncite = [{ source = \"fn-runtimes\"",
        "built.\"\ncite = [{ source = \"fn-runtime\"",
        "\"fn-runtime\"",
        "there is no source `fn-runtime`",
    );
    assert_eq!(help(&problem), "did you mean `fn-runtimes`?");
}

#[test]
fn words_of_the_model_are_no_words_for_learners() {
    reason("The Customer patches it.", "\"customer\" is no word for learners");
    reason("It is a shared duty.", "\"shared\" is no word for learners");
    planted(
        "questions.toml",
        "You have a machine",
        "The customer's machine",
        "The customer's machine",
        "\"customer\" is no word for learners",
    );
}

#[test]
fn a_reason_is_at_most_300_characters_with_its_words_filled() {
    // {os} becomes "The image's operating system", 28 characters.
    let fits = format!("{{os}} {}.", "x".repeat(300 - 28 - 2));
    let judged =
        demarc_catalogue::judge_files(crate::small::changed("services/fn.toml", WHY, &fits), None);
    assert!(judged.is_good(), "{}", judged.problems);
    let problem = reason(
        &format!("{{os}} {}.", "x".repeat(300 - 28 - 1)),
        "this is too long to read in `fn.image`",
    );
    assert_eq!(problem.label, "301 characters, at most 300");
}

#[test]
fn a_prompt_is_at_most_160_characters_with_its_words_filled() {
    // "Pick which build of ", " runs." and 134 characters.
    let runtime = |length| format!("runtime = \"{}\"", "x".repeat(length));
    let from = "runtime = \"the function's runtime\"";
    let judged = demarc_catalogue::judge_files(
        crate::small::changed("services/fn.toml", from, &runtime(134)),
        None,
    );
    assert!(judged.is_good(), "{}", judged.problems);
    let problem = planted(
        "services/fn.toml",
        from,
        &runtime(135),
        "words = { runtime",
        "this is too long to read for `fn.zip.manual`",
    );
    assert_eq!(problem.label, "161 characters, at most 160");
}

#[test]
fn a_tag_says_of_what_it_is_on_or_off() {
    let from = "auto = \"automatic updates\"";
    for text in ["on", "off, in place"] {
        let to = format!("auto = \"{text}\"");
        let message = format!("\"{text}\" does not say of what");
        planted("services/fn.toml", from, &to, "auto = ", &message);
    }
    for text in ["no rotation", "on demand", "online"] {
        let to = format!("auto = \"{text}\"");
        let files = crate::small::changed("services/fn.toml", from, &to);
        assert!(demarc_catalogue::judge_files(files, None).is_good(), "{text}");
    }
}

#[test]
fn a_word_that_nothing_fills_is_found() {
    let problem = reason("{oss} came with it.", "there is no word `{oss}`");
    assert_eq!(help(&problem), "did you mean `os`?");
    reason("{os came with it.", "a brace has no other half");
    let problem = planted(
        "services/fn.toml",
        "words = { runtime =",
        "words = { runtim =",
        "runtim =",
        "no duty has a word `runtim`",
    );
    assert_eq!(help(&problem), "did you mean `runtime`?");
    planted(
        "questions.toml",
        "the function's runtime?",
        "{runtime}?",
        "{runtime}?",
        "`{runtime}` is not filled here",
    );
}

#[test]
fn a_name_that_does_not_fit_its_place_is_found() {
    let problem = planted(
        "services/vm.toml",
        "\"Machines\"",
        "\"Virtual machines\"",
        "short = ",
        "short name: \"Virtual machines\" is too long",
    );
    assert_eq!(problem.label, "16 characters, at most 14");
    let problem = planted(
        "services/vm.toml",
        "\"any image\"",
        "\"any image that you built or bought\"",
        "guest-os = ",
        "Guest OS: \"any image that you built or bought\" is too long",
    );
    assert_eq!(problem.label, "34 characters, at most 32");
}

#[test]
fn an_empty_text_is_found() {
    planted("services/fn.toml", WHY, "", "why = \"\"", "this text has spaces to spare");
}

#[test]
fn what_is_declared_in_vain_is_worth_a_look() {
    let source = "[[source]]\nid = \"planted\"\ntitle = \"T\"\nurl = \"https://nimbus.example/\"\nguide = \"model\"\n";
    let belief = "[[misconception]]\nid = \"planted\"\nbelief = \"So.\"\nrefutation = \"No.\"\n";
    for (path, more, message) in [
        ("provider.toml", source, "nothing cites the source `planted`"),
        ("provider.toml", belief, "no rule shows the misconception `planted`"),
        ("classes.toml", "[words]\nplanted = \"a word\"\n", "no sentence uses the word `planted`"),
    ] {
        let judged = demarc_catalogue::judge_files(crate::small::added(path, more), None);
        let [problem] = judged.problems.list.as_slice() else { panic!("{}", judged.problems) };
        assert_eq!((problem.message.as_str(), problem.file.as_str()), (message, path));
        assert_eq!(problem.severity, demarc_catalogue::Severity::Warning);
        assert!(judged.is_good());
    }
}
