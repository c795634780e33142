-- CreateIndex
CREATE INDEX "emergency_access_until_idx" ON "emergency_access"("until");

-- CreateIndex
CREATE INDEX "opening_request_open_until_idx" ON "opening_request"("open_until");
