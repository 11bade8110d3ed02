-- A reply that came back may be sent again as it was: then it is the newer reply that carries the answer.
grant update on problem_answered to sawt_app;
