import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.connectors.ConnectorType;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/** A whole Neo4j in the folder given; says the port it listens on, and ends when its standard input does. */
public final class Neo4jServer {
    public static void main(String[] arguments) {
        new Thread(Neo4jServer::endWithParent).start();
        PrintStream announcement = System.out;
        System.setOut(System.err); // nobody reads standard output after the announcement: a full pipe would stop the server
        Path home = Path.of(arguments[0]);
        DatabaseManagementService service =
                new DatabaseManagementServiceBuilder(home).loadPropertiesFromFile(home.resolve("neo4j.conf")).build();
        GraphDatabaseAPI database = (GraphDatabaseAPI) service.database("neo4j");
        ConnectorPortRegister ports = database.getDependencyResolver().resolveDependency(ConnectorPortRegister.class);
        announcement.println("port " + ports.getLocalAddress(ConnectorType.BOLT).getPort());
        announcement.flush();
    }

    /** Whoever started the server holds its standard input open, and is gone when it ends: then so is the server. */
    private static void endWithParent() {
        try {
            while (System.in.read() >= 0) {
                continue;
            }
        } catch (IOException unreadable) {
            System.err.println(unreadable);
        }
        Runtime.getRuntime().halt(0); // its folder is thrown away: nothing to close in order
    }
}
