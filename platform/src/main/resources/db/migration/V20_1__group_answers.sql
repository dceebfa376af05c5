-- The task is a group's: what is answered in it is about no young person.
ALTER TABLE gathering_answer RENAME COLUMN task_id TO group_task_id;
