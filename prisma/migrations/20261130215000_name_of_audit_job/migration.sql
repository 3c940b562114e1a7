-- The recurring job that chains audit entries is named after what it does.
UPDATE "job" SET "kind" = 'chain-audit' WHERE "kind" = 'seal-audit';
