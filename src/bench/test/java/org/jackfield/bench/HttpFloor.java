package org.jackfield.bench;

import java.util.ArrayList;
import java.util.List;
import org.jackfield.app.e2e.Api;
import org.jackfield.app.e2e.RunningProduct;
import org.jackfield.engine.work.Medium;

/** A {@link WorkFloor} made over the product's HTTP API. */
record HttpFloor(RunningProduct product, String workspace, List<String> queues) {

    static HttpFloor open(RunningProduct product, WorkFloor floor) {
        Api api = product.api();
        String workspace = "/v1/Workspaces/"
                + api.post("/v1/Workspaces", "FriendlyName", "bench").get("sid").asString();
        String available = api.post(workspace + "/Activities", "FriendlyName", "At work", "Available", "true")
                .get("sid")
                .asString();
        List<String> queues = new ArrayList<>();
        for (int i = 0; i < floor.queues(); i++) {
            queues.add(api.post(workspace + "/TaskQueues", "FriendlyName", "queue" + i, "TargetWorkers",
                    "skills HAS 's%d'".formatted(i)).get("sid").asString());
        }
        for (int i = 0; i < floor.workers(); i++) {
            String worker = api.post(workspace + "/Workers", "FriendlyName", "agent" + i, "ActivitySid", available,
                    "Attributes", "{\"skills\":[\"s%s\"]}".formatted(String.join("\",\"s", floor.skillsOf(i))))
                    .get("sid")
                    .asString();
            api.post(workspace + "/Workers/" + worker + "/Channels/" + Medium.USUAL,
                    "Capacity", "1");
        }
        return new HttpFloor(product, workspace, queues);
    }

    String items() {
        return workspace + "/Tasks";
    }

    String queue(int number) {
        return queues.get(number % queues.size());
    }
}
