using System.Security.Cryptography;

namespace Unisson.Matrix.Homeservers;

/// <summary>Configuration, database, media and logs of one homeserver, in a folder of its own, so that several run side by side.</summary>
internal sealed class HomeserverFolder
{
    private static readonly string Parent = Path.Combine(SynapseRoot.Root, "srv", "homeservers");

    private static readonly string[] Logs = ["hs.log", "out.log"];

    private readonly string _name = Guid.NewGuid().ToString("N");

    public HomeserverFolder()
    {
        DropLeftovers();
        Directory.CreateDirectory(Outside);
        // A signing key is a seed of 32 bytes; making it here spares a start of Python.
        File.WriteAllText(Path.Combine(Outside, "signing.key"), $"ed25519 a_test {Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)).TrimEnd('=')}\n");
        File.WriteAllText(
            Path.Combine(Outside, "log.yaml"),
            $$$"""{version: 1, disable_existing_loggers: false, handlers: {f: {class: logging.FileHandler, filename: {{{Inside}}}/hs.log}}, root: {level: INFO, handlers: [f]}}""");
    }

    /// <summary>The folder as Synapse sees it.</summary>
    public string Inside => $"/srv/homeservers/{_name}";

    /// <summary>The folder as the tests see it.</summary>
    public string Outside => Path.Combine(Parent, _name);

    public void Configure(int port, HomeserverOptions options)
        => File.WriteAllText(Path.Combine(Outside, "hs.yaml"), $$$"""
            server_name: localhost
            public_baseurl: http://127.0.0.1:{{{port}}}/
            listeners: [{port: {{{port}}}, tls: false, type: http, bind_addresses: ['127.0.0.1'], resources: [{names: [client], compress: false}]}]
            database: {name: sqlite3, args: {database: {{{Inside}}}/hs.db}}
            media_store_path: {{{Inside}}}/media
            signing_key_path: {{{Inside}}}/signing.key
            log_config: {{{Inside}}}/log.yaml
            report_stats: false
            trusted_key_servers: []
            federation_domain_whitelist: []
            enable_registration: true
            enable_registration_without_verification: true
            macaroon_secret_key: test-only
            bcrypt_rounds: 4
            # An initial sync asked twice must not be an old answer.
            caches: {sync_response_cache_duration: 0s}
            encryption_enabled_by_default_for_room_type: '{{{options.EncryptedByDefault}}}'

            """ + (options.DefaultRates ? "" : Unlimited));

    /// <summary>The last lines of what Synapse logged and printed.</summary>
    public string LastWords()
        => string.Join('\n', Logs
            .Select(name => Path.Combine(Outside, name))
            .Where(File.Exists)
            .SelectMany(path => File.ReadLines(path).TakeLast(15)));

    public void Delete() => Directory.Delete(Outside, recursive: true);

    private const string Unlimited = """
        rc_message: &b {per_second: 10000, burst_count: 10000}
        rc_registration: *b
        rc_room_creation: *b
        rc_login: {address: *b, account: *b, failed_attempts: *b}
        rc_joins: {local: *b, remote: *b}
        rc_joins_per_room: *b
        rc_invites: {per_room: *b, per_user: *b, per_issuer: *b}

        """;

    /// <summary>A killed test process leaves its folder behind; a day later surely nobody uses it.</summary>
    private static void DropLeftovers()
    {
        var old = TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-1);
        foreach (var left in Directory.CreateDirectory(Parent).EnumerateDirectories().Where(folder => folder.LastWriteTimeUtc < old))
        {
            try
            {
                left.Delete(recursive: true);
            }
            catch (DirectoryNotFoundException)
            {
                // Another test process was faster.
            }
        }
    }
}
