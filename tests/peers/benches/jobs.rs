//! A module for each job, and in it a benchmark for each contender. What it makes is dropped in it, as a service does it
//! with each response: divan would keep thousands of them, and time the memory of that.

/// `job: contender, … => |contender| expression`
macro_rules! jobs {
    ($($job:ident: $($contender:ident),+ => $run:tt $with:tt;)+) => {
        $(mod $job {
            use divan::{Bencher, black_box};
            $(
                #[divan::bench]
                fn $contender(bencher: Bencher) {
                    let argument = $with;
                    bencher.bench(|| drop(black_box(problem_peers::contenders::$contender::$run(black_box(&argument)))));
                }
            )+
        })+
    };
}

jobs! {
    fixed: this, problems, problem_details, problemdetails, http_api_problem, axum_problem, by_hand, floor
        => fixed ();
    formatted: this, problems, problem_details, problemdetails, http_api_problem, axum_problem, by_hand, floor
        => formatted (4711, "ada");
    extended: this, problems, problem_details, problemdetails, http_api_problem, axum_problem, by_hand, floor
        => extended (50, 51, "VIP");
    fixed_response: this, problems, problem_details, problemdetails, http_api_problem, axum_problem, by_hand, floor
        => fixed_response ();
    formatted_response: this, problems, problem_details, problemdetails, http_api_problem, axum_problem, by_hand, floor
        => formatted_response (4711, "ada");
    extended_response: this, problems, problem_details, problemdetails, http_api_problem, axum_problem, by_hand, floor
        => extended_response (50, 51, "VIP");
    read_four_members: this, problems, problem_details, http_api_problem, by_hand, floor
        => read { problem_peers::FOUR_MEMBERS.to_vec() };
    read_two_kilobytes: this, problems, problem_details, http_api_problem, by_hand, floor
        => read { problem_peers::two_kilobytes() };
}
