-- Whatever needs the whole grain day by day reads it through `cells` (insight/store/roll-ups/slice.ts), which finds the
-- differences by their index.
drop view rollup_days;
