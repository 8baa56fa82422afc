-- 退回理由、认定意见: what a form takes must fit where it is kept.
alter table problem alter column return_reason set data type varchar(4000);
alter table lead alter column conclusion_text set data type varchar(4000);
