//! What each way to meet a need leaves to you follows from the rulings, and from nothing else.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where it fails")]

mod small;

use demarc_catalogue::{Catalogue, Cell, Layer, Side, Subject};

fn shipped() -> Catalogue {
    Catalogue::shipped().unwrap_or_else(|problems| panic!("{problems}"))
}

fn names(catalogue: &Catalogue, duties: &[demarc_catalogue::DutyIx]) -> Vec<String> {
    duties.iter().map(|duty| catalogue.duty(*duty).id.clone()).collect()
}

#[test]
fn a_small_need_is_met_from_most_control_to_most_taken_off_you() {
    let small = small::catalogue();
    let need = small.find_need("answer").unwrap();
    let ways = small.ways(need, small.released());
    let order: Vec<String> = ways.iter().map(|way| small.subject_id(way.subject)).collect();
    assert_eq!(order, ["stack:api", "vm", "fn.zip.auto"]);
    let (stack, function) = (&ways[0], &ways[2]);
    let instead = function.instead_of(stack);
    let gone = names(&small, &instead.taken_over);
    assert!(gone.contains(&"os.apply".to_owned()), "{gone:?}");
    assert_eq!(stack.yours.len() + instead.adds.len() - instead.taken_off(), function.yours.len());
    let back = stack.instead_of(function);
    assert_eq!(back.adds.len(), instead.taken_off());
    assert_eq!(stack.instead_of(stack).taken_off(), 0);
}

/// Counted anew, by asking every ruling.
#[test]
fn every_count_is_the_number_of_asked_rulings_that_are_yours() {
    let shipped = shipped();
    let today = shipped.released();
    for need in shipped.need_ixs() {
        let ways = shipped.ways(need, today);
        assert!(ways.len() >= 2, "{}", shipped.need(need).id);
        assert!(ways.is_sorted_by_key(|way| std::cmp::Reverse(way.yours.len())));
        for way in ways {
            let parts = shipped.parts_of(way.subject);
            for duty in shipped.duty_ixs() {
                let is = |side| {
                    parts.iter().any(|&deployment| {
                        let cell = Cell { deployment, duty };
                        shipped.asked(cell, today) && shipped.ruling(cell).side == side
                    })
                };
                assert_eq!(way.yours.contains(&duty), is(Side::In));
                assert_eq!(way.theirs.contains(&duty), is(Side::Of) && !is(Side::In));
            }
            let by_layer = Layer::ALL.map(|layer| way.in_layer(&shipped, layer));
            assert_eq!(by_layer.iter().map(|it| it.0).sum::<usize>(), way.yours.len());
            assert_eq!(
                by_layer.iter().map(|it| it.1).sum::<usize>(),
                way.yours.len() + way.theirs.len()
            );
        }
    }
}

#[test]
fn every_need_offers_a_real_choice() {
    let shipped = shipped();
    assert!(shipped.needs().len() >= 12, "{}", shipped.needs().len());
    for need in shipped.need_ixs() {
        let ways = shipped.ways(need, shipped.released());
        let least = ways.last().unwrap();
        let instead = least.instead_of(&ways[0]);
        let id = &shipped.need(need).id;
        assert!(instead.taken_off() > 0, "the ways to meet `{id}` leave the same to you");
        assert_eq!(shipped.find_need(id), Some(need));
    }
}

#[test]
fn the_essays_api_is_the_first_need_and_lambda_takes_the_system_off_you() {
    let shipped = shipped();
    let first = shipped.need_ixs().next().unwrap();
    let ways = shipped.ways(first, shipped.released());
    let of = |id| {
        let stack = Subject::Stack(shipped.find_stack(id).unwrap());
        ways.iter().position(|way| way.subject == stack).unwrap()
    };
    let (ec2, lambda) = (of("rest-api-on-ec2"), of("rest-api-on-lambda"));
    assert!(ec2 < lambda, "EC2 leaves more control");
    let instead = ways[lambda].instead_of(&ways[ec2]);
    let over = names(&shipped, &instead.taken_over);
    assert!(over.contains(&"os.apply".to_owned()) && !over.contains(&"app.code".to_owned()));
    let os = Layer::GuestOs.index();
    assert!(ways[ec2].above[os] > 0.0 && ways[lambda].above[os] < 0.5, "the line goes up");
}

#[test]
fn a_stacks_layers_lie_as_its_line_does() {
    let shipped = shipped();
    for need in shipped.need_ixs() {
        for way in shipped.ways(need, shipped.released()) {
            assert!(way.above.is_sorted(), "from the building up the share grows: {way:?}");
            let divided = Layer::ALL.map(|it| way.above[it.index()] == 0.5);
            let line = Layer::ALL.map(|it| way.line.divided == Some(it));
            assert_eq!(divided, line, "{}", shipped.subject_id(way.subject));
            if let Subject::Deployment(at) = way.subject {
                assert_eq!(&way.line, shipped.line(at));
            }
        }
    }
}
