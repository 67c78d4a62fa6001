-- Every publish asks this several times. plpgsql keeps the plan for the session, where a function in SQL is planned at each call.
CREATE OR REPLACE FUNCTION messaging.may_act_for(territory text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN EXISTS (SELECT FROM messaging.role_bindings b WHERE b.role_name = session_user AND b.territory IN ('global', may_act_for.territory));
END $$;
