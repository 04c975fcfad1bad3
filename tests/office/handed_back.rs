//! A colleague's code comes back to the office: it is used up by a check that was kept, and by nothing before.

use separate_entrance::domain::judge::judge;
use separate_entrance::domain::message::{Command, Problem};

use crate::stories::{Sitting, invited, walk_by};
use crate::terminal::{entrance, folder, stderr};

#[test]
fn a_walk_is_used_up_by_a_check_that_was_kept_and_by_nothing_before() {
    let dir = folder();
    let open = || Sitting::open_in("nothing-opened", Some(dir.path()));
    let result = {
        let mut office = open();
        let code = invited(&mut office);
        office.code_of(walk_by(&code))
    };
    let read = |office: &mut Sitting| {
        let problems: Vec<Problem> = office.carry_out(Command::ReadResult { code: result.clone() });
        problems.into_iter().map(|p| p.code).collect::<Vec<_>>()
    };

    // Another code that is torn, and an adapter that is not there: the check ends before it has begun.
    for [option, word] in [["--walk-result", &result[..8]], ["--interface", "nobody0"]] {
        let refused = entrance(dir.path(), &["check", "--walk-result", &result, option, word, "--json"]);
        assert_eq!(refused.status.code(), Some(2), "{}", stderr(&refused));
        assert!(!stderr(&refused).contains("used already"), "{option}: {}", stderr(&refused));
    }
    // A sitting that ends before its results are there.
    assert!(read(&mut open()).is_empty());

    let mut office = open();
    assert!(read(&mut office).is_empty());
    assert_eq!(office.case.walks.len(), 1);
    assert_eq!(read(&mut office), ["code-used"], "once in a sitting");
    let report = judge(&office.case);
    assert_eq!(report.walks.len(), 1);
    assert_eq!(office.carry_out(Command::Keep(Box::new(report))), []);
    assert_eq!(read(&mut office), ["code-used"]);
    drop(office);
    assert_eq!(read(&mut open()), ["code-used"]);
    let again = entrance(dir.path(), &["check", "--walk-result", &result]);
    assert_eq!(again.status.code(), Some(2));
    assert!(stderr(&again).contains("used already"), "{}", stderr(&again));
}
