-- A pupil referral unit and other alternative provision are one setting, which is now named after both.
UPDATE "participant_attribute" SET "value" = 'Pupil referral unit or alternative provision'
  WHERE "attribute" = 'setting' AND "value" = 'Pupil referral unit';
UPDATE "school" SET "setting" = 'Pupil referral unit or alternative provision'
  WHERE "setting" = 'Pupil referral unit';
